// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * PROFINET discovery and configuration (IEC 61158-6-10 clause 4.3): stations are found, named and given addresses with
 * it, all without a password.
 *
 * <pre>
 * service 1 | service type 1 | transaction 4 | response delay or reserved 2 | length 2 | blocks
 * block: option 1 | suboption 1 | length 2 | [qualifier or information 2] | value, padded to an even length
 * get request: option 1 | suboption 1, and so on
 * </pre>
 */
final class Discovery {

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

    /** Requests that wait, by transaction, option and suboption. */
    private static final int WAITING = 16;

    private final DiscoveryBlocks blocks = new DiscoveryBlocks();
    private final Pending pending = new Pending(WAITING);
    private final Cursor body = new Cursor();

    /** What follows the frame id. */
    void message(Cursor in, Sink out) {
        int length = in.left() + 2;
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
                    told(DiscoveryService.GET, (type & 4) != 0, transaction, out);
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
                    told(DiscoveryService.IDENTIFY, (type & 4) != 0, transaction, out);
                } else {
                    sought(out);
                }
            }
            case 6 -> {
                out.notice(DiscoveryService.HELLO).tell();
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
        out.request(DiscoveryService.IDENTIFY)
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
            Operation asked = out.request(DiscoveryService.GET)
                    .space(DiscoveryBlocks.label(option, suboption))
                    .tell();
            pending.ask(transaction << 16, asked, out.time(), 0);
        }
    }

    /** The answer to identify and get: the station's own blocks. */
    private void told(DiscoveryService service, boolean refused, long transaction, Sink out) {
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
        blocks.identify(body, service == DiscoveryService.GET ? "DCP get" : "DCP identify", out);
    }

    private void set(long transaction, Sink out) {
        while (body.left() > 0 && blocks.next(body, 2)) {
            DiscoveryService service = DiscoveryService.ofSet(blocks.option(), blocks.suboption());
            boolean keeps = service != DiscoveryService.SIGNAL && (blocks.qualifier() & 1) != 0;
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
            out.response(DiscoveryService.ofSet(option, suboption)).space(DiscoveryBlocks.label(option, suboption));
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
