// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.protocol.dcerpc.RpcPipe;

/**
 * The files and pipes that are open on a connection: at most {@value #MOST}, and at most {@value #MOST_PIPES} pipes with
 * calls in them; then the one that was opened first makes room.
 */
final class FileHandles {

    private static final int MOST = 128;
    private static final int MOST_PIPES = 16;

    private final @Nullable FileHandle[] open = new @Nullable FileHandle[MOST];
    private final @Nullable FileHandle[] pipes = new @Nullable FileHandle[MOST_PIPES];
    private int next;
    private int nextPipe;

    void opened(long key, FileHandle handle, Sink out) {
        closed(key, out);
        handle.key = key;
        FileHandle old = open[next];
        if (old != null) {
            old.end(out);
        }
        open[next] = handle;
        next = next + 1 & MOST - 1;
    }

    @Nullable
    FileHandle of(long key) {
        for (FileHandle handle : open) {
            if (handle != null && handle.key == key) {
                return handle;
            }
        }
        return null;
    }

    void closed(long key, Sink out) {
        for (int i = 0; i < MOST; i++) {
            FileHandle handle = open[i];
            if (handle != null && handle.key == key) {
                handle.end(out);
                handle.calls = null;
                open[i] = null;
            }
        }
    }

    /**
     * What crosses an open file or pipe. One whose opening was not seen is taken for a pipe when calls begin in it.
     *
     * @param known the file, or null
     */
    void moved(@Nullable FileHandle known, long key, Cursor data, int length, long position, Direction way, Sink out) {
        FileHandle handle = known;
        boolean calls = (handle == null || handle.mayCall()) && RpcPipe.speaks(data);
        if (handle == null && calls) {
            handle = new FileHandle(FileHandle.PIPE, "", true);
            opened(key, handle, out);
        }
        if (handle == null) {
            return;
        }
        if (calls) {
            listen(handle);
        }
        handle.moved(data, length, position, way, out);
    }

    private void listen(FileHandle handle) {
        FileHandle old = pipes[nextPipe];
        if (old != null) {
            old.calls = null;
        }
        pipes[nextPipe] = handle;
        nextPipe = nextPipe + 1 & MOST_PIPES - 1;
        handle.listen();
    }

    void lost(Direction way) {
        for (FileHandle handle : open) {
            if (handle != null) {
                handle.lost(way);
            }
        }
    }
}
