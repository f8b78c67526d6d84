// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import org.jspecify.annotations.Nullable;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Parcel;
import weir.wire.Sink;
import weir.wire.protocol.dcerpc.RpcPipe;

/** A file or a pipe that is open, or about to be: its name, and what was read from it and written to it. */
final class FileHandle {

    static final String FILE = "file";
    static final String DIRECTORY = "directory";
    static final String PIPE = "pipe";

    final String name;
    private final boolean shareKnown;
    private String space;
    long key;
    /** Octets in the file when it was opened, -1 where that is not known. */
    long size = -1;

    @Nullable
    RpcPipe calls;

    private @Nullable Parcel read;
    private @Nullable Parcel written;

    /** @param shareKnown whether it was seen what is shared, so that a pipe is one for sure */
    FileHandle(String space, String name, boolean shareKnown) {
        this.space = space;
        this.name = name;
        this.shareKnown = shareKnown;
    }

    String space() {
        return space;
    }

    /** Whether calls may begin in it. */
    boolean mayCall() {
        return calls == null && read == null && written == null && (isPipe() || !shareKnown);
    }

    void listen() {
        calls = new RpcPipe();
        space = PIPE;
    }

    boolean isPipe() {
        return space.equals(PIPE);
    }

    /** What crosses in one direction, {@code length} octets of it. */
    void moved(Cursor in, int length, long position, Direction way, Sink out) {
        RpcPipe pipe = calls;
        if (pipe != null) {
            pipe.data(in, way, out);
        } else if (space.equals(FILE)) {
            out.part(parcel(way, out), position, in, length);
        }
    }

    private Parcel parcel(Direction way, Sink out) {
        boolean writes = way == Direction.TO_SERVER;
        Parcel parcel = writes ? written : read;
        if (parcel == null) {
            Transfer.Way going = writes ? Transfer.Way.INTO_DEVICE : Transfer.Way.OUT_OF_DEVICE;
            parcel = out.parcel(out.server(""), FILE, name, going);
            if (writes) {
                written = parcel;
            } else {
                read = parcel;
            }
        }
        return parcel;
    }

    /** Nothing more will be read or written; a file that was read in part is no whole one. */
    void end(Sink out) {
        Parcel from = read;
        if (from != null) {
            if (size > from.bytes()) {
                out.broken(from);
            } else {
                out.complete(from);
            }
        }
        Parcel into = written;
        if (into != null) {
            out.complete(into);
        }
        read = null;
        written = null;
    }

    void lost(Direction way) {
        RpcPipe pipe = calls;
        if (pipe != null) {
            pipe.lost(way);
        }
    }
}
