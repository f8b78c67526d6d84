// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Parcel;
import weir.wire.Sink;

/** Files opened through the system service; as many as {@value #MOST}, then the place of one is taken. */
final class OpenFiles {

    private static final int MOST = 32;

    private record OpenFile(long handle, Parcel parcel) {}

    private final @Nullable OpenFile[] files = new @Nullable OpenFile[MOST];

    void open(long handle, String name, Transfer.Way way, Subject device, Sink out) {
        files[place(handle)] = new OpenFile(handle, out.parcel(device, "file", name, way));
    }

    /** An answer brings octets of it. */
    void read(long handle, Cursor in, int length, Sink out) {
        OpenFile file = find(handle);
        if (file != null) {
            out.part(file.parcel, in, length);
            out.moving(file.parcel);
        }
    }

    /** A command brings octets of it, which the answer confirms. */
    void write(long handle, Cursor in, int length, Sink out) {
        OpenFile file = find(handle);
        if (file != null) {
            out.part(file.parcel, in, length);
        }
    }

    void written(long handle, Sink out) {
        OpenFile file = find(handle);
        if (file != null) {
            out.moving(file.parcel);
        }
    }

    void close(long handle, Sink out) {
        OpenFile file = find(handle);
        if (file != null) {
            files[place(handle)] = null;
            out.complete(file.parcel);
        }
    }

    /** Something of every file may be missing. */
    void lost() {
        for (OpenFile file : files) {
            if (file != null) {
                file.parcel.missed();
            }
        }
    }

    /** Name of an open file, or "". */
    String name(long handle) {
        OpenFile file = find(handle);
        return file == null ? "" : file.parcel.name();
    }

    private static int place(long handle) {
        return (int) (handle % MOST);
    }

    private @Nullable OpenFile find(long handle) {
        OpenFile file = files[place(handle)];
        return file != null && file.handle == handle ? file : null;
    }
}
