// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Sink;

/** Files opened through the system service; as many as {@value #MOST}, then the place of one is taken. */
final class OpenFiles {

    private static final int MOST = 32;

    private static final class OpenFile {
        final long handle;
        final String name;
        final Transfer.Way way;
        long bytes;

        OpenFile(long handle, String name, Transfer.Way way) {
            this.handle = handle;
            this.name = name;
            this.way = way;
        }
    }

    private final @Nullable OpenFile[] files = new @Nullable OpenFile[MOST];

    void open(long handle, String name, Transfer.Way way, Subject device, Sink out) {
        files[(int) (handle % MOST)] = new OpenFile(handle, name, way);
        out.transfer(device, "file", name, way, Transfer.State.STARTED, 0);
    }

    void moved(long handle, long bytes, Subject device, Sink out) {
        OpenFile file = find(handle);
        if (file != null) {
            file.bytes += bytes;
            out.transfer(device, "file", file.name, file.way, Transfer.State.MOVING, file.bytes);
        }
    }

    void close(long handle, Subject device, Sink out) {
        OpenFile file = find(handle);
        if (file != null) {
            files[(int) (handle % MOST)] = null;
            out.transfer(device, "file", file.name, file.way, Transfer.State.COMPLETE, file.bytes);
        }
    }

    /** Name of an open file, or "". */
    String name(long handle) {
        OpenFile file = find(handle);
        return file == null ? "" : file.name;
    }

    private @Nullable OpenFile find(long handle) {
        OpenFile file = files[(int) (handle % MOST)];
        return file != null && file.handle == handle ? file : null;
    }
}
