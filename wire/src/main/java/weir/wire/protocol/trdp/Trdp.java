// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.trdp;

import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Pending;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * The train real-time data protocol (IEC 61375-2-3 annex A), big-endian but for the check over the header, CRC-32:
 *
 * <pre>
 * sequence 4 | version 0x0100 2 | type 2, two letters | ComId 4 | topography counters 4 4 | length 4
 *   process data   0 4 | ComId of the reply 4 | address of the reply 4 | check 4
 *   message        status 4 | session 16 | timeout 4 | source 32 | destination 32 | check 4
 * | data, to a multiple of 4
 * </pre>
 */
public final class Trdp implements Protocol {

    private static final int PROCESS_DATA = 17224;
    private static final int MESSAGES = 17225;

    private static final int PROCESS_HEADER = 40;
    private static final int MESSAGE_HEADER = 116;
    private static final int LONGEST_DATA = 65_388;
    private static final int VERSION = 0x0100;

    @Override
    public String name() {
        return "trdp";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.tcp(MESSAGES), Carrier.udp(PROCESS_DATA), Carrier.udp(MESSAGES));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int length = length(in);
        if (length == Dialogue.LOST) {
            return Likeness.NO;
        }
        if (length == Dialogue.MORE) {
            return over == Transport.TCP ? Likeness.MORE : Likeness.NO;
        }
        return isChecked(in, new CRC32()) ? Likeness.SURE : Likeness.NO;
    }

    /** Length of the message that begins here, {@link Dialogue#MORE} or {@link Dialogue#LOST}. */
    private static int length(Cursor in) {
        int version = in.peek16(4);
        int type = in.peek16(6);
        if (version >= 0 && version >>> 8 != VERSION >>> 8) {
            return Dialogue.LOST;
        }
        TrdpService service = type < 0 ? null : TrdpService.ofType(type);
        if (type >= 0 && service == null) {
            return Dialogue.LOST;
        }
        if (service == null || in.left() < header(service)) {
            return Dialogue.MORE;
        }
        long data = in.peek32(20);
        return data > LONGEST_DATA ? Dialogue.LOST : header(service) + ((int) data + 3 & ~3);
    }

    private static int header(TrdpService service) {
        return service.isProcessData() ? PROCESS_HEADER : MESSAGE_HEADER;
    }

    /** The header is whole. */
    private static boolean isChecked(Cursor in, CRC32 check) {
        TrdpService service = TrdpService.ofType(in.peek16(6));
        int length = service == null ? 0 : header(service) - 4;
        check.reset();
        check.update(in.bytes(), in.offset(), length);
        return check.getValue() == in.peek32le(length);
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private static final int WAITING = 32;

        private final Pending pending = new Pending(WAITING);
        private final CRC32 check = new CRC32();

        @Override
        public int frame(Cursor in, Direction way) {
            int length = length(in);
            return length > 0 && !isChecked(in, check) ? LOST : length;
        }

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            TrdpService service = TrdpService.ofType(in.peek16(6));
            if (service == null) {
                return presumed;
            }
            return switch (service) {
                case PROCESS_DATA_PULL, CALL, NOTIFY, CONFIRM, CONTROL_TRAIN_NETWORK -> Direction.TO_SERVER;
                case PROCESS_DATA_REPLY, REPLY, REPLY_TO_CONFIRM -> Direction.TO_CLIENT;
                case PROCESS_DATA, PROCESS_DATA_ERROR, ERROR -> presumed;
            };
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int there = in.left();
            int length = length(in);
            TrdpService service = there < 8 ? null : TrdpService.ofType(in.peek16(6));
            if (length <= 0 || length > there || service == null) {
                out.violation(length == LOST ? "bad_header" : "truncated", there);
                return;
            }
            if (!isChecked(in, check)) {
                out.violation("bad_check", there);
                return;
            }
            in.skip(8);
            long id = in.u32();
            in.skip(12);
            if (service.isProcessData()) {
                in.skip(4);
                processData(service, id, in.u32(), out);
            } else {
                int status = in.i32();
                long session = in.u64() * 31 + in.u64();
                message(service, id, status, session, out);
            }
        }

        private void processData(TrdpService service, long id, long reply, Sink out) {
            switch (service) {
                case PROCESS_DATA_PULL -> {
                    Operation asked = target(out.request(service), id).tell();
                    pending.ask(reply == 0 ? id : reply, asked, out.time(), 0);
                }
                case PROCESS_DATA_REPLY -> answer(TrdpService.PROCESS_DATA_PULL, id, id, 0, out);
                default -> target(out.notice(service), id).tell();
            }
        }

        private void message(TrdpService service, long id, int status, long session, Sink out) {
            TrdpService call = Telegrams.controls(id) ? TrdpService.CONTROL_TRAIN_NETWORK : TrdpService.CALL;
            switch (service) {
                case CALL -> {
                    Operation asked = target(out.request(call), id).tell();
                    pending.ask(session, asked, out.time(), 0);
                }
                case REPLY, REPLY_TO_CONFIRM -> answer(call, id, session, status, out);
                case ERROR -> answer(call, id, session, status == 0 ? -1 : status, out);
                default -> target(out.notice(service), id).tell();
            }
        }

        /** Replies of the application have a status of 0 or more. */
        private void answer(TrdpService service, long id, long key, int status, Sink out) {
            target(out.response(service), id);
            if (pending.take(key)) {
                @Nullable Operation request = pending.request();
                if (request != null) {
                    out.response(request.service()).like(request).since(pending.time());
                }
            }
            if (status < 0) {
                out.refused(status, Telegrams.status(status));
            }
            out.tell();
        }

        private static Sink target(Sink sentence, long id) {
            return sentence.object("comid", id).symbol(Telegrams.name(id));
        }
    }
}
