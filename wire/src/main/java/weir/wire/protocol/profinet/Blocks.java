// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * The blocks of one message, one after the other, each {@code type 2 | length 2, of what follows | version 1 1 | body}
 * (IEC 61158-6-10 clause 5.2.1). What a block asks for or answers is told as it is met.
 */
final class Blocks {

    private static final int HEADER = 6;
    private static final int WRITE = 0x0008;
    private static final int READ = 0x0009;
    private static final int ANSWER = 0x8000;
    private static final int MULTIPLE = 0x0400;
    private static final int CONTROL_FIRST = 0x0110;
    private static final int CONTROL_LAST = 0x0118;
    /** Blocks within blocks: a record, several blocks of it, their parts. */
    private static final int DEEPEST = 4;

    final ConnectBlocks connect = new ConnectBlocks();
    private final RecordBlocks records = new RecordBlocks();
    private final Identification identification = new Identification();
    private final RecordHeader header = new RecordHeader();
    private final Cursor[] bodies = {new Cursor(), new Cursor(), new Cursor(), new Cursor(), new Cursor()};

    private final Cursor[] contents = {new Cursor(), new Cursor(), new Cursor(), new Cursor()};

    /** The place that what is read belongs to. */
    private int slot;

    private int subslot;

    /** Whether the device sends what is read, so that it is of itself. */
    private boolean answer;

    void read(Cursor in, boolean isAnswer, Exchange exchange, Relations known, Sink out) {
        answer = isAnswer;
        slot = 0;
        subslot = 0;
        walk(in, 0, exchange, known, out);
    }

    private void walk(Cursor in, int depth, Exchange exchange, Relations known, Sink out) {
        Cursor body = bodies[depth];
        while (in.left() >= HEADER) {
            int type = in.u16();
            int length = in.u16();
            in.skip(1);
            int version = in.u8();
            if (length < 2 || length - 2 > in.left()) {
                out.violation("block_cut_short", type);
                return;
            }
            in.slice(length - 2, body);
            out.factHex("profinet", "io.block", type, 4);
            block(type, version, body, in, depth, exchange, known, out);
            if (!body.ok()) {
                out.violation("bad_block", type);
            }
        }
    }

    private void block(
            int type, int version, Cursor body, Cursor in, int depth, Exchange exchange, Relations known, Sink out) {
        switch (type) {
            case WRITE, READ -> {
                if (header.read(body)) {
                    exchange.recordAsked(type == WRITE, header, known, out);
                    record(type == WRITE, in, depth, exchange, known, out);
                }
            }
            case WRITE | ANSWER, READ | ANSWER -> {
                if (header.read(body)) {
                    boolean write = type == (WRITE | ANSWER);
                    exchange.recordAnswered(write, header, known, out);
                    record(!write, in, depth, exchange, known, out);
                }
            }
            case MULTIPLE -> {
                body.skip(6);
                slot = body.u16();
                subslot = body.u16();
                if (body.ok() && depth < DEEPEST) {
                    walk(body, depth + 1, exchange, known, out);
                }
            }
            case 0x0101 -> connect.application(body, out);
            case 0x0102 -> connect.exchange(body);
            case 0x0104 -> connect.expected(body, known, out);
            case 0x8101 -> connect.applicationAnswer(body, known, out);
            case 0x8102 -> connect.exchangeAnswer(body, known);
            case 0x8104 -> records.differences(body, known, out);
            default -> {
                int control = type & ~ANSWER;
                if (control >= CONTROL_FIRST && control <= CONTROL_LAST) {
                    exchange.control(type, body, known, out);
                } else if (answer) {
                    content(type, version, body, known, out);
                }
            }
        }
    }

    /** What the device tells of itself. */
    private void content(int type, int version, Cursor body, Relations known, Sink out) {
        Subject module = out.sender(known.units.of(slot, subslot));
        switch (type) {
            case 0x0010 -> records.diagnosis(body, version > 0, known, out);
            case 0x0013 -> records.modules(body, version > 0, known, out);
            case 0x0020 -> identification.im0(body, module, out);
            case 0x0021 -> identification.im1(body, module, out);
            case 0x0023 -> identification.im3(body, module, out);
            case 0x0034 -> identification.im5(body, module, out);
            case 0x0240 -> records.networkInterface(body, out);
            case 0x020f -> records.port(body, known, out);
            default -> {}
        }
    }

    /** The record that follows its header, where this message carries it; records of several writes are padded. */
    private void record(boolean carried, Cursor in, int depth, Exchange exchange, Relations known, Sink out) {
        if (!carried || header.index == RecordHeader.MULTIPLE_WRITE || header.length <= 0) {
            return;
        }
        int size = Math.min(header.length, in.left());
        slot = header.slot;
        subslot = header.subslot;
        int after = in.read() + size;
        if (header.hasBlocks() && depth < DEEPEST) {
            walk(in.slice(size, contents[depth]), depth + 1, exchange, known, out);
        } else {
            in.skip(size);
        }
        in.skip(Math.min(in.left(), -after & 3));
    }
}
