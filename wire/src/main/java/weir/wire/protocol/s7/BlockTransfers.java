// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Parcel;
import weir.wire.Sink;
import weir.wire.protocol.iso.TransportConnection;

/**
 * Program blocks on their way into a controller and out of it.
 *
 * <pre>
 * jobs     status u8 | error u16 | id u32 | name: length u8, text | sizes: length u8, '1', 6 digits, 6 digits
 * answers  status u8 | ... ; data: length u16 | 0x00fb | octets of the block
 * </pre>
 *
 * Downloading, the controller fetches: the station requests, then the controller sends the jobs {@code DOWNLOAD_BLOCK}
 * and {@code DOWNLOAD_ENDED}. Uploading, the station sends all jobs, and names the block only in the first; later an id
 * stands for it. A name is {@code _0A00001P}, or a path where the controller is a numerical control.
 */
final class BlockTransfers {

    private static final String BLOCK = "block";
    private static final String FILE = "file";
    /** A block on its way each way; one more in the same way takes its place. What a loss hides is not counted. */
    private final Moving into = new Moving(Transfer.Way.INTO_DEVICE);

    private final Moving outOf = new Moving(Transfer.Way.OUT_OF_DEVICE);
    private final TransportConnection connection;
    private final Cursor text = new Cursor();

    private String kind = BLOCK;
    private String name = "";
    private String place = "";

    BlockTransfers(TransportConnection connection) {
        this.connection = connection;
    }

    void request(Function function, Cursor in, Job job, Sink out) {
        in.skip(1);
        int error = in.u16();
        long id = in.u32();
        kind = BLOCK;
        name = "";
        place = "";
        if (function == Function.UPLOAD || function == Function.END_UPLOAD) {
            if (id == outOf.id) {
                kind = outOf.kind();
                name = outOf.name();
            }
        } else {
            name(in, out);
        }
        if (!in.ok()) {
            out.violation("truncated", function.code());
            return;
        }
        job.add(
                out.request(function)
                        .unit(connection.unit())
                        .space(kind)
                        .symbol(name)
                        .qualifier(place)
                        .tell(),
                error);
        if (function == Function.REQUEST_DOWNLOAD) {
            into.expected = sizes(in);
        }
    }

    private void name(Cursor in, Sink out) {
        int length = in.u8();
        in.slice(length, text);
        int mark = text.peek(0);
        if (length == 9 && (mark == '_' || mark == '$')) {
            text.skip(1);
            name = Blocks.name(text);
            place = Blocks.place(text.u8());
        }
        if (name.isEmpty()) {
            kind = FILE;
            text.seek(0);
            name = out.text(text, length);
        }
    }

    /** Octets that the block takes in the controller: six digits after the length and a {@code 1}. */
    private static long sizes(Cursor in) {
        in.skip(2);
        long octets = 0;
        for (int i = 0; i < 6; i++) {
            int digit = in.u8() - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            octets = octets * 10 + digit;
        }
        return octets;
    }

    void response(Function function, @Nullable Job job, Cursor in, Cursor data, int error, Sink out) {
        Exchange.answer(function, job, connection.unit(), error, out);
        if (job == null || job.count() == 0) {
            return;
        }
        kind = job.operation(0).target().space();
        name = job.operation(0).target().symbol();
        Subject holder = out.server(connection.unit());
        if (error != 0) {
            way(function).broken(out);
            return;
        }
        switch (function) {
            case REQUEST_DOWNLOAD -> into.started(kind, name, holder, out);
            case START_UPLOAD -> startUpload(in, holder, out);
            case DOWNLOAD_BLOCK, UPLOAD -> way(function).moved(kind, name, data, holder, out);
            case DOWNLOAD_ENDED, END_UPLOAD -> way(function).ended(kind, name, job.note(0), holder, out);
            case READ_VAR, WRITE_VAR, PI_SERVICE, PLC_STOP, SETUP_COMMUNICATION -> {}
        }
    }

    private Moving way(Service function) {
        return function.code() <= Function.DOWNLOAD_ENDED.code() ? into : outOf;
    }

    /** {@code status u8 | u16 | id u32 | length of the block: length u8, digits}. */
    private void startUpload(Cursor in, Subject holder, Sink out) {
        in.skip(3);
        long id = in.u32();
        long octets = 0;
        for (int left = in.u8(); left > 0 && in.ok(); left--) {
            octets = octets * 10 + Math.clamp(in.u8() - '0', 0, 9);
        }
        outOf.id = id;
        outOf.expected = octets;
        outOf.started(kind, name, holder, out);
    }

    /** Something of the blocks that move may be missing. */
    void lost() {
        into.missed();
        outOf.missed();
    }

    /** One block on its way. */
    private static final class Moving {

        private final Transfer.Way way;
        private long id = -1;
        /** Octets that it must have; 0 where that was not said. */
        private long expected;

        private @Nullable Parcel parcel;

        Moving(Transfer.Way way) {
            this.way = way;
        }

        String kind() {
            return parcel == null ? "" : parcel.kind();
        }

        String name() {
            return parcel == null ? "" : parcel.name();
        }

        void missed() {
            if (parcel != null) {
                parcel.missed();
            }
        }

        private void forget() {
            parcel = null;
            id = -1;
            expected = 0;
        }

        void started(String what, String called, Subject holder, Sink out) {
            parcel = out.parcel(holder, what, called, way);
        }

        /** The block of this name; one whose beginning was not seen is not whole. */
        private Parcel known(String what, String called, Subject holder, Sink out) {
            Parcel now = parcel;
            if (now == null || !now.name().equals(called)) {
                now = out.parcel(holder, what, called, way);
                now.missed();
                expected = 0;
                parcel = now;
            }
            return now;
        }

        /** {@code length u16 | 0x00fb | octets}. */
        void moved(String what, String called, Cursor data, Subject holder, Sink out) {
            Parcel now = known(what, called, holder, out);
            int octets = data.u16();
            data.skip(2);
            out.part(now, data, octets);
            out.moving(now);
        }

        void ended(String what, String called, int error, Subject holder, Sink out) {
            Parcel now = known(what, called, holder, out);
            if (now.bytes() < expected) {
                now.missed();
            }
            if (error == 0) {
                out.complete(now);
            } else {
                out.broken(now);
            }
            forget();
        }

        void broken(Sink out) {
            if (parcel != null) {
                out.broken(parcel);
            }
            forget();
        }
    }
}
