// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Parcel;
import weir.wire.Sink;

/**
 * The connection over which FTP moves one file (RFC 959, 3.2): the bytes of the file and nothing else, until it closes.
 * What file it is, and whether it arrived, is said on the control connection, before, while or after these move.
 */
final class FtpData implements Dialogue {

    private String name = "";
    private Transfer.@Nullable Way way;
    private @Nullable Subject holder;
    private boolean part;
    private @Nullable Parcel parcel;
    /** The way the bytes go; null until there are any. */
    private @Nullable Direction sends;

    private boolean seen;
    private int ends;
    private boolean closed;
    private boolean confirmed;
    private boolean over;

    /** Neither a command nor a connection came to it. */
    boolean isUntouched() {
        return way == null && !seen && ends == 0 && !over && !confirmed;
    }

    /** The command that moves it was given; {@code rest} where it is to begin within the file (REST). */
    void moves(String file, Transfer.Way direction, Subject server, boolean rest) {
        name = file;
        way = direction;
        holder = server;
        part = rest;
    }

    /** The bytes begin to move. */
    void begins(Sink out) {
        Transfer.Way direction = way;
        Subject server = holder;
        if (parcel == null && direction != null && server != null) {
            Parcel begun = out.parcel(server, "file", name, direction);
            if (part) {
                begun.missed();
            }
            parcel = begun;
        }
    }

    /** The last reply: it is there, though bytes of it may still be on their way. */
    void confirmed(Sink out) {
        confirmed = true;
        begins(out);
        if (closed || !seen) {
            settle(out);
        }
    }

    void refused(Sink out) {
        if (parcel != null && !over) {
            out.broken(parcel);
        }
        over = true;
    }

    /** Nothing more is said of it; where its connection was not seen, or not to its end, its bytes are not known. */
    void settle(Sink out) {
        Parcel moved = parcel;
        if (over || moved == null) {
            return;
        }
        over = true;
        if (!closed) {
            moved.missed();
        }
        if (closed || confirmed) {
            out.complete(moved);
        } else {
            out.broken(moved);
        }
    }

    @Override
    public int frame(Cursor in, Direction direction) {
        return over ? DONE : Math.max(in.left(), 1);
    }

    @Override
    public void message(Cursor in, Direction direction, Sink out) {
        seen = true;
        sends = direction;
        begins(out);
        Parcel moving = parcel;
        if (moving != null && !over) {
            out.part(moving, in, in.left());
        } else {
            part = true;
        }
    }

    @Override
    public void lost(Direction direction) {
        seen = true;
        part = true;
        if (parcel != null) {
            parcel.missed();
        }
    }

    /** Whole when the side that sends closed; where none sent anything, when both did. */
    @Override
    public void ended(Direction direction, boolean whole, Sink out) {
        seen = true;
        ends++;
        closed |= whole && (sends == null ? ends == 2 : sends == direction);
        if (confirmed && (closed || ends == 2)) {
            settle(out);
        }
    }
}
