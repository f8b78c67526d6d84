// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
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
 * PROFINET discovery and configuration (IEC 61158-6-10 clause 4.3): stations are found, named and given addresses with
 * it, all without a password. The real-time frames of the same EtherType are told by their kind alone.
 *
 * <pre>
 * frame id 2 | service 1 | service type 1 | transaction 4 | response delay or reserved 2 | length 2 | blocks
 * block: option 1 | suboption 1 | length 2 | [qualifier or information 2] | value, padded to an even length
 * get request: option 1 | suboption 1, and so on
 * </pre>
 */
public final class ProfinetDcp implements Protocol {

    private static final int ETHER_TYPE = 0x8892;
    private static final int HELLO = 0xfefc;
    private static final int IDENTIFY_RESPONSE = 0xfeff;
    private static final int GET = 3;
    private static final int SET = 4;

    private static final String[] REFUSALS = {
        "done",
        "option_not_supported",
        "suboption_not_supported_or_no_data",
        "suboption_not_set",
        "resource_error",
        "set_not_possible_locally",
        "in_operation_set_not_possible"
    };

    @Override
    public String name() {
        return "profinet_dcp";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.etherType(ETHER_TYPE));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        /** Requests that wait, by transaction, option and suboption. */
        private static final int WAITING = 16;

        private final ProfinetBlocks blocks = new ProfinetBlocks();
        private final Pending pending = new Pending(WAITING);
        private final Cursor body = new Cursor();

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int length = in.left();
            int frame = in.u16();
            if (!in.ok()) {
                out.violation("truncated", length);
                return;
            }
            out.fact("profinet", "rt.frameid", frame);
            if (frame < HELLO || frame > IDENTIFY_RESPONSE) {
                out.notice(ProfinetService.ofFrame(frame)).tell();
                return;
            }
            int service = in.u8();
            int type = in.u8();
            long transaction = in.u32();
            in.skip(2);
            int size = in.u16();
            if (!in.ok() || size > in.left()) {
                out.violation("truncated", length);
                return;
            }
            out.fact("profinet", "dcp.service", service);
            out.fact("profinet", "dcp.type", type);
            in.slice(size, body);
            boolean response = (type & 1) != 0;
            switch (service) {
                case GET -> {
                    if (response) {
                        told(ProfinetService.GET, (type & 4) != 0, transaction, out);
                    } else {
                        wanted(transaction, out);
                    }
                }
                case SET -> {
                    if (response) {
                        settled(transaction, out);
                    } else {
                        set(transaction, out);
                    }
                }
                case 5 -> {
                    if (response) {
                        told(ProfinetService.IDENTIFY, (type & 4) != 0, transaction, out);
                    } else {
                        sought(out);
                    }
                }
                case 6 -> {
                    out.notice(ProfinetService.HELLO).tell();
                    blocks.identify(body, "DCP hello", out);
                }
                default -> out.violation("unknown_service", service);
            }
            if (!body.ok()) {
                out.violation("block_cut_short", size);
            }
        }

        /** Who has this name, or all: told by the first block that is asked for. */
        private void sought(Sink out) {
            blocks.next(body, 0);
            out.request(ProfinetService.IDENTIFY)
                    .space(blocks.label())
                    .symbol(blocks.text(out))
                    .tell();
            while (body.left() > 0) {
                blocks.next(body, 0);
                blocks.text(out);
            }
        }

        private void wanted(long transaction, Sink out) {
            int option = body.u8();
            int suboption = body.u8();
            if (body.ok()) {
                Operation asked = out.request(ProfinetService.GET)
                        .space(ProfinetBlocks.label(option, suboption))
                        .tell();
                pending.ask(transaction << 16, asked, out.time(), 0);
            }
        }

        /** The answer to identify and get: the station's own blocks. */
        private void told(ProfinetService service, boolean refused, long transaction, Sink out) {
            out.response(service);
            if (pending.take(transaction << 16)) {
                Operation request = pending.request();
                if (request != null) {
                    out.like(request).since(pending.time());
                }
            }
            if (refused) {
                out.refused(5, "not_supported");
            }
            out.tell();
            blocks.identify(body, service == ProfinetService.GET ? "DCP get" : "DCP identify", out);
        }

        private void set(long transaction, Sink out) {
            while (body.left() > 0 && blocks.next(body, 2)) {
                ProfinetService service = ProfinetService.ofSet(blocks.option(), blocks.suboption());
                boolean keeps = service != ProfinetService.SIGNAL && (blocks.qualifier() & 1) != 0;
                Operation asked = out.request(service)
                        .space(blocks.label())
                        .symbol(blocks.text(out))
                        .qualifier(keeps ? "permanent" : "temporary")
                        .tell();
                pending.ask(key(transaction, blocks.option(), blocks.suboption()), asked, out.time(), 0);
            }
        }

        /** Each block answers one that was set: option 1 | suboption 1 | error 1. */
        private void settled(long transaction, Sink out) {
            while (body.left() > 0 && blocks.next(body, 0)) {
                Cursor value = blocks.value();
                int option = value.u8();
                int suboption = value.u8();
                int error = value.u8();
                if (!blocks.isResponse() || !value.ok()) {
                    out.violation("unexpected_block", blocks.option() << 8 | blocks.suboption());
                    continue;
                }
                out.response(ProfinetService.ofSet(option, suboption)).space(ProfinetBlocks.label(option, suboption));
                if (pending.take(key(transaction, option, suboption))) {
                    Operation request = pending.request();
                    if (request != null) {
                        out.like(request).since(pending.time());
                    }
                }
                if (error != 0) {
                    out.refused(error, error < REFUSALS.length ? REFUSALS[error] : "unknown_error");
                }
                out.tell();
            }
        }

        private static long key(long transaction, int option, int suboption) {
            return transaction << 16 | option << 8 | suboption;
        }
    }
}
