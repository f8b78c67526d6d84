// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** Tells what one message asks for or answers: records one by one, controls by their command. */
final class Exchange {

    private static final Wordlist INDEXES = new Wordlist("indexes.tsv");
    private static final Numbered INDEX = Numbered.hex("index ");
    /** Records of one message in the key of the call. */
    private static final int RECORDS = 1 << 17;
    /** No record: the call itself. */
    private static final int CALL = 1 << 16;

    private static final int DONE = 8;

    private long call;
    private int status;
    private int told;

    /** @param callStatus how the call as a whole ended */
    void begin(long callKey, int callStatus) {
        call = callKey;
        status = callStatus;
        told = 0;
    }

    /** How many sentences the blocks were worth. */
    int told() {
        return told;
    }

    void recordAsked(boolean write, RecordHeader header, Relations known, Sink out) {
        if (write && header.index == RecordHeader.MULTIPLE_WRITE) {
            return;
        }
        record(out.request(IoService.ofRecord(write, header.index)), header, known);
        Operation asked = out.tell();
        known.pending.ask(key(header.sequence), asked, out.time(), 0);
        if (told++ == 0) {
            known.pending.ask(key(CALL), asked, out.time(), 0);
        }
    }

    void recordAnswered(boolean write, RecordHeader header, Relations known, Sink out) {
        if (write && header.index == RecordHeader.MULTIPLE_WRITE) {
            return;
        }
        record(out.response(IoService.ofRecord(write, header.index)), header, known);
        if (known.pending.take(key(header.sequence))) {
            out.since(known.pending.time());
        }
        int ended = write && header.status != 0 ? header.status : status;
        if (ended != 0) {
            out.refused(ended, PnioStatus.name(ended));
        }
        out.tell();
        told++;
    }

    private static void record(Sink sentence, RecordHeader header, Relations known) {
        String name = INDEXES.of(header.index);
        sentence.unit(known.units.of(header.slot, header.subslot))
                .object("record", header.index)
                .symbol(name.isEmpty() ? INDEX.of(header.index) : name);
    }

    /** 0 2 | AR 16 | session 2 | 0 2 | command 2 | properties 2. */
    void control(int type, Cursor in, Relations known, Sink out) {
        in.skip(2);
        long high = in.u64();
        long low = in.u64();
        in.skip(4);
        int command = in.u16();
        in.skip(2);
        if (!in.ok()) {
            return;
        }
        IoService service = IoService.ofControl(type);
        if (type < 0x8000) {
            ask(service, "", "", known, out);
        } else {
            answer(service, (command & DONE) != 0 ? "done" : "", known, out);
        }
        if (service == IoService.RELEASE) {
            known.remove(high, low);
        }
    }

    void ask(IoService service, String name, String word, Relations known, Sink out) {
        Operation asked = out.request(service).symbol(name).qualifier(word).tell();
        known.pending.ask(key(CALL), asked, out.time(), 0);
        told++;
    }

    /** The answer to the call as a whole. */
    void answer(IoService service, String word, Relations known, Sink out) {
        out.response(service);
        if (known.pending.take(key(CALL))) {
            @Nullable Operation request = known.pending.request();
            if (request != null) {
                boolean general = service.code() < 6;
                out.response(general ? request.service() : service)
                        .like(request)
                        .since(known.pending.time());
            }
        }
        out.qualifier(word);
        if (status != 0) {
            out.refused(status, PnioStatus.name(status));
        }
        out.tell();
        told++;
    }

    /** The call was ended by RPC. */
    void fault(IoService service, int code, String name, Relations known, Sink out) {
        out.response(service);
        if (known.pending.take(key(CALL))) {
            @Nullable Operation request = known.pending.request();
            if (request != null) {
                out.response(request.service()).like(request).since(known.pending.time());
            }
        }
        out.refused(code, name).tell();
    }

    private long key(int record) {
        return call * RECORDS + record;
    }
}
