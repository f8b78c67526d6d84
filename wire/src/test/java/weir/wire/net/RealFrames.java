// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import weir.wire.Corpus;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;

/** The frames of a real capture, one by one. */
final class RealFrames {

    /** Is given each frame. */
    interface Reader {
        void frame(byte[] data, int offset, int captured, int length, int linkType, long time);
    }

    private RealFrames() {}

    static Path corpus() {
        return Corpus.folder();
    }

    static void read(Path file, Reader reader) {
        try (FrameSource source = Captures.open(List.of(file), System.in)) {
            Frame f = new Frame();
            while (source.next(f)) {
                reader.frame(f.data, f.offset, f.captured, f.length, f.linkType, f.time);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }
}
