// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One input: what the two formats have in common. A record that breaks the format ends it. */
abstract sealed class CaptureFile implements FrameSource permits Pcap, Pcapng {

    /**
     * Most bytes of a frame: four times what libpcap and Wireshark allow (262,144), for there are interfaces that join
     * packets to half a MiB and captures cut at 524,288. More is damage.
     */
    static final int LONGEST_FRAME = 1 << 20;

    final Input input;
    final Chunk chunk;
    private List<Damage> damages = List.of();
    private long packets;

    CaptureFile(Input input) {
        this.input = input;
        this.chunk = input.chunk();
    }

    @Override
    public final List<Damage> damages() {
        return damages;
    }

    @Override
    public final long position() {
        return input.stored().count();
    }

    @Override
    public final long size() {
        return input.size();
    }

    @Override
    public final void close() throws IOException {
        chunk.close();
    }

    /** Gives the frame what is the same in all formats. */
    final void number(Frame frame) {
        frame.input = input.number();
        frame.packet = ++packets;
    }

    /** Ends the input at damage in the record that begins at {@code position}. */
    final boolean damaged(long position, String reason) {
        @Nullable String deeper = chunk.failure();
        damages = List.of(new Damage(input.name(), position, input.packed(), deeper == null ? reason : deeper));
        chunk.stop();
        return false;
    }

    /** Ends the input where a record does not fit into what is left; with nothing left that is its proper end. */
    final boolean ended(String what, long expected) {
        if (damages.isEmpty() && (chunk.left() > 0 || chunk.failure() != null)) {
            return damaged(
                    chunk.position(), what + " is cut: " + chunk.left() + " of " + expected + " bytes are there");
        }
        return false;
    }
}
