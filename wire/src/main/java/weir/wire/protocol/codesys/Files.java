// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.codesys;

import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Parcel;
import weir.wire.Sink;

/** A file on its way, one in each direction. */
final class Files {

    private static final int START_DOWNLOAD = 2;
    private static final int DOWNLOAD = 4;
    private static final int START_UPLOAD = 5;
    private static final int UPLOAD = 7;
    private static final int END = 8;
    private static final int CANCEL = 9;

    private static final int DATA = 5;

    private @Nullable Parcel down;
    private @Nullable Parcel up;
    private String wanted = "";

    void request(int command, String name, Tags tags, Sink out) {
        switch (command) {
            case START_DOWNLOAD -> {
                broken(down, out);
                down = begin(out.receiver(""), name, Transfer.Way.INTO_DEVICE, out);
            }
            case START_UPLOAD -> wanted = name;
            case DOWNLOAD -> part(down, tags, out);
            default -> {}
        }
    }

    void answer(int command, boolean done, Tags tags, Sink out) {
        switch (command) {
            case START_DOWNLOAD -> {
                if (!done) {
                    broken(down, out);
                    down = null;
                }
            }
            case START_UPLOAD -> {
                broken(up, out);
                up = done ? begin(out.sender(""), wanted, Transfer.Way.OUT_OF_DEVICE, out) : null;
            }
            case UPLOAD -> part(up, tags, out);
            case END -> {
                complete(down, done, out);
                complete(up, done, out);
                down = null;
                up = null;
            }
            case CANCEL -> {
                broken(down, out);
                broken(up, out);
                down = null;
                up = null;
            }
            default -> {}
        }
    }

    private static Parcel begin(Subject holder, String name, Transfer.Way way, Sink out) {
        return out.parcel(holder, "file", name, way);
    }

    private static void part(@Nullable Parcel parcel, Tags tags, Sink out) {
        if (parcel != null) {
            Cursor data = tags.find(DATA);
            out.part(parcel, data, data.left());
            out.moving(parcel);
        }
    }

    private static void complete(@Nullable Parcel parcel, boolean done, Sink out) {
        if (parcel != null && done) {
            out.complete(parcel);
        } else {
            broken(parcel, out);
        }
    }

    private static void broken(@Nullable Parcel parcel, Sink out) {
        if (parcel != null) {
            out.broken(parcel);
        }
    }

    /** Pieces were not seen. */
    void missed() {
        if (down != null) {
            down.missed();
        }
        if (up != null) {
            up.missed();
        }
    }
}
