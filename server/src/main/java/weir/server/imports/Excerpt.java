// SPDX-License-Identifier: Apache-2.0
package weir.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import weir.server.site.Origins;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;
import weir.wire.capture.PcapngWriter;

/** Some packets of the captures of a site, as a capture. */
final class Excerpt {

    private Excerpt() {}

    static void write(List<Origins.Run> runs, Function<String, Path> captures, OutputStream to) throws IOException {
        PcapngWriter writer = new PcapngWriter(to);
        for (Origins.Run run : runs) {
            Path capture = captures.apply(run.source());
            try (FrameSource source = Captures.open(List.of(capture), InputStream.nullInputStream())) {
                Frame frame = new Frame();
                long last = run.firstThere() + run.count() - 1;
                while (source.next(frame) && frame.packet <= last) {
                    if (frame.packet >= run.firstThere()) {
                        writer.write(frame);
                    }
                }
            }
        }
    }
}
