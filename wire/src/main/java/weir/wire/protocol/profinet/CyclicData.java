// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * The cyclic frames between two stations (IEC 61158-6-10 clause 4.7): {@code data | cycle counter 2 | data status 1 | transfer
 * status 1}. What the data mean only the connection says; where it was seen, each submodule's are told as they change.
 */
final class CyclicData {

    private static final int STATUS = 4;
    /** Octets of data that there are at least, padded where fewer are needed; less in isochronous frames. */
    private static final int LEAST = 40;

    private static final int LEAST_ISOCHRONOUS = 36;
    /** Different frames between two stations. */
    private static final int MOST_FRAMES = 16;

    private static final int PRIMARY = 1;
    private static final int VALID = 4;
    private static final int RUN = 0x10;
    private static final int WELL = 0x20;
    private static final int IGNORE = 0x80;

    /** A counter this much lower is of an old frame, not of one that was lost sight of. */
    private static final int BACKWARDS = 0xf000;

    /** Octets of one submodule that are told one by one. */
    private static final int MOST_OCTETS = 64;

    private static final String[] STATES = states();

    private final Frame[] frames = new Frame[MOST_FRAMES];
    private int used;
    private int next;
    private @Nullable Relations relations;
    private final Cursor data = new Cursor();

    /** What is known of the frames with one id. */
    private static final class Frame {
        private static final byte[] NOTHING = {};

        final int id;
        final long source;
        int counter = -1;
        int version = -1;

        @Nullable
        IoRelationship meaning;

        byte[] last = NOTHING;

        Frame(int id, long source) {
            this.id = id;
            this.source = source;
        }
    }

    void message(RtService service, int id, Cursor in, Sink out) {
        Frame frame = frame(id, out.at().source().low());
        IoRelationship meaning = meaning(frame, out);
        int size = meaning == null || meaning.length > in.left() - STATUS ? in.left() - STATUS : meaning.length;
        if (size < (service == RtService.RT_CYCLIC ? LEAST : LEAST_ISOCHRONOUS)) {
            out.violation("truncated", in.left() + 2);
            return;
        }
        in.slice(size, data);
        int counter = in.u16();
        int status = in.u8();
        int transfer = in.u8();
        out.notice(service).object("frame", id).qualifier(STATES[status]).tell();
        if (transfer != 0) {
            out.violation("bad_transfer_status", transfer);
        }
        if (frame.counter >= 0 && (counter - frame.counter & 0xffff) > BACKWARDS) {
            out.violation("cycle_counter_backwards", counter);
        }
        frame.counter = counter;
        if (meaning != null && (status & VALID) != 0 && out.wantsPoints()) {
            values(frame, meaning, out);
        }
    }

    private Frame frame(int id, long source) {
        for (int i = 0; i < used; i++) {
            if (frames[i].id == id && frames[i].source == source) {
                return frames[i];
            }
        }
        Frame fresh = new Frame(id, source);
        if (used < MOST_FRAMES) {
            frames[used++] = fresh;
        } else {
            frames[next] = fresh;
            next = next + 1 & MOST_FRAMES - 1;
        }
        return fresh;
    }

    private Relations relations(Sink out) {
        Relations known = relations;
        if (known == null) {
            known = Relations.of(out);
            relations = known;
        }
        return known;
    }

    private @Nullable IoRelationship meaning(Frame frame, Sink out) {
        Relations known = relations(out);
        if (frame.version != known.version()) {
            frame.version = known.version();
            frame.meaning = known.of(frame.source, out.at().destination().low(), frame.id);
            frame.last = Frame.NOTHING;
        }
        return frame.meaning;
    }

    /** The octets of each submodule that are not as they were, with the status that stands behind them. */
    private void values(Frame frame, IoRelationship meaning, Sink out) {
        byte[] bytes = data.bytes();
        int begin = data.offset();
        int size = data.left();
        boolean first = frame.last.length != size;
        boolean output = meaning.kind == IoRelationship.OUTPUT;
        Relations known = relations(out);
        for (int i = 0; i < meaning.count(); i++) {
            int offset = meaning.offset(i);
            int length = meaning.length(i);
            if (length > 0 && offset + length < size) {
                String unit = known.units.of(meaning.slot(i), meaning.subslot(i));
                Subject subject = output ? out.receiver(unit) : out.sender(unit);
                int quality = bytes[begin + offset + length] & 0xff;
                for (int k = offset; k < offset + Math.min(length, MOST_OCTETS); k++) {
                    if (first || frame.last[k] != bytes[begin + k]) {
                        out.reading().integer(bytes[begin + k] & 0xff).quality(quality);
                        out.point(
                                subject,
                                output ? "output" : "input",
                                k - offset,
                                "",
                                "octet",
                                output ? PointValue.Origin.WRITE : PointValue.Origin.REPORTED);
                    }
                }
            }
        }
        if (first) {
            frame.last = Arrays.copyOfRange(bytes, begin, begin + size);
        } else {
            System.arraycopy(bytes, begin, frame.last, 0, size);
        }
    }

    /** Words for each data status: whether the provider runs, then what is not as it should be. */
    private static String[] states() {
        String[] texts = new String[256];
        for (int status = 0; status < texts.length; status++) {
            texts[status] = ((status & RUN) != 0 ? "run" : "stop")
                    + ((status & VALID) != 0 ? "" : ", invalid")
                    + ((status & PRIMARY) != 0 ? "" : ", backup")
                    + ((status & WELL) != 0 ? "" : ", problem")
                    + ((status & IGNORE) != 0 ? ", ignore" : "");
        }
        return texts;
    }
}
