// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import org.jspecify.annotations.Nullable;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Parcel;
import weir.wire.Sink;

/** Files that are open in one conversation: at most {@value #MOST}, a further one replaces the one opened first. */
final class OpenFiles {

    private static final int MOST = 8;

    private final @Nullable File[] files = new @Nullable File[MOST];
    private int next;

    /** A file from the request to open it to the answer that closes it. */
    static final class File {

        final int outstation;
        final int request;
        final String name;
        final Transfer.Way way;
        /** -1 until the outstation has named it. */
        long handle = -1;

        /** Null before it is opened, and when all of it has passed. */
        @Nullable
        Parcel parcel;

        private long next;

        private File(int outstation, int request, String name, Transfer.Way way) {
            this.outstation = outstation;
            this.request = request;
            this.name = name;
            this.way = way;
        }

        /** A block of it, which may be one that is sent again. */
        void block(long number, boolean last, Cursor data, Sink out) {
            Parcel moving = parcel;
            if (moving == null || number < next) {
                return;
            }
            if (number > next) {
                moving.missed();
            }
            next = number + 1;
            out.part(moving, data, data.left());
            if (last) {
                out.complete(moving);
                parcel = null;
            } else {
                out.moving(moving);
            }
        }
    }

    void asked(int outstation, int request, String name, Transfer.Way way) {
        files[next] = new File(outstation, request, name, way);
        next = (next + 1) % MOST;
    }

    /** The file whose opening awaits an answer. */
    @Nullable
    File byRequest(int outstation, int request) {
        for (File file : files) {
            if (file != null && file.outstation == outstation && file.request == request && file.handle < 0) {
                return file;
            }
        }
        return null;
    }

    @Nullable
    File byHandle(int outstation, long handle) {
        for (File file : files) {
            if (file != null && file.outstation == outstation && file.handle == handle) {
                return file;
            }
        }
        return null;
    }

    void forget(File file) {
        for (int i = 0; i < MOST; i++) {
            if (files[i] == file) {
                files[i] = null;
            }
        }
    }
}
