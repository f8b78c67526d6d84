// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Transfer;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Parcel;
import weir.wire.Sink;

/**
 * Files that are read, and domains (programs, data) that are moved into a device or out of it (ISO 9506-2 clauses 12 and 23).
 * Who asks for the parts of a file or of an upload takes it; a device asks for the parts of its download.
 *
 * <pre>
 * open file       answer 80 number | a1 { 80 size }
 * begin upload    answer 80 number
 * part            answer 80 octets | [81 more follow]
 * end of download request 80 domain | [a1 why it is given up]
 * </pre>
 */
final class Transfers {

    /** Files and domains under way at a time. */
    private static final int MOST = 16;

    private static final int NUMBER = 0x80;
    private static final int DATA = 0x80;
    private static final int CODED_DATA = 0x28;
    private static final int MORE_FOLLOWS = 0x81;

    /** One file or domain that moves. */
    private static final class Move {
        private String kind = "";
        private String name = "";
        private long number = -1;
        /** Null once all of it has passed. */
        private @Nullable Parcel parcel;
    }

    private final @Nullable Move[] moves = new @Nullable Move[MOST];
    private int next;
    private final Ber ber = new Ber();
    private final Cursor data = new Cursor();

    /** Name of what is open under a number; "" where that was not seen. */
    String name(ConfirmedService service, long number) {
        Move move = find(service.objects(), number, "");
        return move == null ? "" : move.name;
    }

    private @Nullable Move find(String kind, long number, String name) {
        for (Move move : moves) {
            if (move != null
                    && move.kind.equals(kind)
                    && move.number == number
                    && (number >= 0 || move.name.equals(name))) {
                return move;
            }
        }
        return null;
    }

    private Move begin(String kind, long number, String name, Transfer.Way way, Sink out) {
        Move move = find(kind, number, name);
        if (move == null) {
            move = new Move();
            moves[next] = move;
            next = (next + 1) % MOST;
        }
        move.kind = kind;
        move.number = number;
        move.name = name;
        move.parcel = out.parcel(out.server(""), kind, name, way);
        return move;
    }

    /** One whose beginning was not seen. */
    private Move unseen(String kind, long number, String name, Transfer.Way way, Sink out) {
        Move move = begin(kind, number, name, way, out);
        if (move.parcel != null) {
            move.parcel.missed();
        }
        return move;
    }

    private void end(Move ended) {
        for (int i = 0; i < MOST; i++) {
            if (moves[i] == ended) {
                moves[i] = null;
            }
        }
    }

    /** A device has its download, or gives it up. */
    void terminate(String domain, Cursor rest, Sink out) {
        Move move = find("domain", -1, domain);
        if (move == null) {
            move = unseen("domain", -1, domain, Transfer.Way.INTO_DEVICE, out);
        }
        if (move.parcel != null && rest.left() == 0) {
            out.complete(move.parcel);
            move.parcel = null;
        }
        close(move, out);
    }

    /**
     * The answer to a request that moves something; the cursor fails where it is malformed.
     *
     * @param way direction of the answer
     */
    void answer(ConfirmedService service, @Nullable Operation request, Cursor in, Direction way, Sink out) {
        Transfer.Way asked = way == Direction.TO_CLIENT ? Transfer.Way.OUT_OF_DEVICE : Transfer.Way.INTO_DEVICE;
        String name = request == null ? "" : request.target().symbol();
        long number = request == null ? -1 : request.target().first();
        String kind = service.objects();
        switch (service) {
            case FILE_OPEN, INITIATE_UPLOAD_SEQUENCE -> {
                long given = ber.integer(in, NUMBER) & 0xffff_ffffL;
                if (in.ok()) {
                    begin(kind, given, name, asked, out);
                }
            }
            case INITIATE_DOWNLOAD_SEQUENCE -> begin(kind, -1, name, Transfer.Way.INTO_DEVICE, out);
            case FILE_READ, UPLOAD_SEGMENT -> part(kind, number, name, asked, true, in, out);
            case DOWNLOAD_SEGMENT -> part(kind, -1, name, Transfer.Way.INTO_DEVICE, false, in, out);
            case FILE_CLOSE, TERMINATE_UPLOAD_SEQUENCE -> close(find(kind, number, name), out);
            default -> {}
        }
    }

    private void part(
            String kind, long number, String name, Transfer.Way way, boolean lastCompletes, Cursor in, Sink out) {
        if (!ber.next(in) || ber.identifier() != DATA && ber.identifier() != CODED_DATA) {
            in.fail();
            return;
        }
        int size = ber.length();
        in.slice(size, data);
        boolean more = true;
        if (in.left() > 0 && ber.next(in, MORE_FOLLOWS)) {
            more = in.u8() != 0;
        }
        if (!in.ok()) {
            return;
        }
        Move move = find(kind, number, name);
        if (move == null) {
            move = unseen(kind, number, name, way, out);
        }
        Parcel parcel = move.parcel;
        if (parcel == null) {
            return;
        }
        out.part(parcel, data, size);
        if (!more && lastCompletes) {
            out.complete(parcel);
            move.parcel = null;
        } else {
            out.moving(parcel);
        }
    }

    private void close(@Nullable Move move, Sink out) {
        if (move != null) {
            if (move.parcel != null) {
                out.broken(move.parcel);
            }
            end(move);
        }
    }

    /** Something of everything that moves may be missing. */
    void lost() {
        for (Move move : moves) {
            if (move != null && move.parcel != null) {
                move.parcel.missed();
            }
        }
    }
}
