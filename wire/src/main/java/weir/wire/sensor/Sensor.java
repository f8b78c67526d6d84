// SPDX-License-Identifier: Apache-2.0
package weir.wire.sensor;

import java.util.Arrays;
import java.util.List;
import weir.model.Loss;
import weir.model.Observer;
import weir.model.Sighting;
import weir.model.Violation;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.flow.Conversations;
import weir.wire.flow.PacketListener;
import weir.wire.net.Addresses;
import weir.wire.net.Copies;
import weir.wire.net.Layers;
import weir.wire.net.Packet;

/**
 * Frames in, observations out: the whole of seeing. Deterministic, so the same frames give the same observations; driven
 * by one thread; its memory is bounded by the tables it holds and not by the length of the input.
 */
public final class Sensor {

    private static final int NAMED_LINKS = 1 << 16;

    private final Sink sink;
    private final Sighting at;
    private final Layers layers = new Layers();
    private final Copies copies = new Copies();
    private final Packet packet = new Packet();
    private final Conversations conversations;
    private final boolean withCopies;
    private final long[] unknownLinks = new long[NAMED_LINKS];
    private long copied;
    private long snapped;

    public Sensor(String name, Observer observer, SinkOptions options) {
        this(name, observer, options, Protocols.all());
    }

    /** @param protocols those that are looked for, first come first served */
    public Sensor(String name, Observer observer, SinkOptions options, List<Protocol> protocols) {
        this(name, observer, options, protocols, PacketListener.NOBODY);
    }

    /** @param listener is told of each packet that belongs to a conversation */
    public Sensor(
            String name, Observer observer, SinkOptions options, List<Protocol> protocols, PacketListener listener) {
        withCopies = options.counting();
        at = new Sighting().sensor(name);
        sink = new Sink(observer, at, options);
        conversations = new Conversations(protocols, sink, new Addresses(), listener);
    }

    /** Numbers conversations that begin from here on after this one: two sensors of one site then share no number. */
    public Sensor numberAfter(long conversation) {
        conversations.numberAfter(conversation);
        return this;
    }

    /**
     * One frame.
     *
     * @param captured bytes present from {@code offset}
     * @param length bytes the frame had on the wire
     * @param linkType LINKTYPE_ number
     * @param time nanoseconds since the epoch
     * @param number of the frame in the input, from 1
     */
    public void frame(byte[] data, int offset, int captured, int length, int linkType, long time, long number) {
        at.packet(number, time);
        switch (layers.read(data, offset, captured, length, linkType, time, packet)) {
            case READ -> {
                if (!withCopies && copies.isCopy(packet, offset, captured, time)) {
                    copied++;
                    return;
                }
                if (captured < length) {
                    snapped++;
                }
                conversations.packet(packet);
            }
            case HELD -> {}
            case MALFORMED -> {
                at.detail(0);
                sink.observe(new Violation("net", layers.reason()));
            }
            case UNKNOWN_LINK -> unknownLinks[linkType & NAMED_LINKS - 1]++;
        }
    }

    /** The input has ended: tells what is still open, and what could not be seen. */
    public void finish() {
        conversations.finish();
        lost(copied, "mirror_copy");
        lost(snapped, "cut_by_snap_length");
        for (int link = 0; link < NAMED_LINKS; link++) {
            lost(unknownLinks[link], "link_type_" + Layers.linkName(link));
        }
        copied = 0;
        snapped = 0;
        Arrays.fill(unknownLinks, 0);
    }

    /**
     * Something that never came to be a frame, told at the time of the frame before.
     *
     * @param name as in {@link Loss}
     */
    public void lost(long count, String name, String unit) {
        if (count > 0) {
            at.detail(count);
            sink.observe(new Loss("sensor", name, unit));
            at.detail(0);
        }
    }

    private void lost(long count, String name) {
        lost(count, name, "packets");
    }
}
