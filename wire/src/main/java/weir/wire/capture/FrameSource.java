// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Frames in order of time; those of one input stay in the order they have there. */
public interface FrameSource extends AutoCloseable {

    /**
     * Fills in the next frame.
     *
     * @return false at the end, which is also where the last input is damaged
     */
    boolean next(Frame frame) throws IOException;

    /** The damage met so far, at most one an input: the frames before it have been delivered, there are none after. */
    List<Damage> damages();

    /** The first damage met so far. */
    default @Nullable Damage damage() {
        return damages().isEmpty() ? null : damages().getFirst();
    }

    /** Frames so far that were there and could not be taken; a file has none. */
    default long dropped() {
        return 0;
    }

    /** Bytes of the inputs read so far, packed as they are: never more than {@link #size}, unless an input grows. */
    long position();

    /** Bytes of all inputs, packed as they are; -1 where one of them does not tell. */
    long size();

    @Override
    void close() throws IOException;
}
