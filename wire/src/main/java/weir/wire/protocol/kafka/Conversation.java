// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kafka;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.protocol.AskedObjects;

/** The reader of one connection to a broker: requests go to it, answers come from it. */
final class Conversation implements Dialogue {

    private static final int VERSION_BITS = 8;

    private final AskedObjects objects = new AskedObjects(512);
    private final Requests requests = new Requests(objects);
    private final Pending pending = new Pending(64);
    private final Body body = new Body();

    @Override
    public int frame(Cursor in, Direction way) {
        if (way == Direction.TO_SERVER) {
            return Header.request(in);
        }
        long size = in.peek32(0);
        if (size >= 0 && !Header.isAnswerSize(size)) {
            return LOST;
        }
        long number = in.peek32(Header.SIZE);
        return number < 0 ? MORE : number >> 31 != 0 ? LOST : Header.whole(size);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        return Header.likeness(in) == Likeness.SURE ? Direction.TO_SERVER : presumed;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = frame(in, way);
        if (size == LOST) {
            out.violation("not_kafka", in.peek(0));
            return;
        }
        if (size == MORE || size > in.left()) {
            out.violation("truncated", in.left());
            return;
        }
        in.skip(Header.SIZE);
        if (way == Direction.TO_SERVER) {
            request(in, out);
        } else {
            answer(in, out);
        }
    }

    private void request(Cursor in, Sink out) {
        Api api = Api.of(in.u16());
        int version = in.u16();
        long number = in.u32();
        String client = out.text(in, Math.max(0, in.i16()));
        if (api == null) {
            return;
        }
        if (api.isTagged(version)) {
            body.of(in, true).skipTags();
        }
        if (!in.ok()) {
            out.violation("malformed_request", api.code());
            return;
        }
        Operation told = requests.read(api, version, in, client, out);
        if (!requests.ok()) {
            out.violation("malformed_request", api.code());
        }
        pending.ask(number, told, out.time(), objects.note() << VERSION_BITS | Math.min(version, 255));
    }

    private void answer(Cursor in, Sink out) {
        long number = in.u32();
        Operation first = pending.take(number) ? pending.request() : null;
        Api api = first != null && first.service() instanceof Api asked ? asked : null;
        if (api == null) {
            return;
        }
        int version = (int) pending.note() & 255;
        long note = pending.note() >>> VERSION_BITS;
        if (api.isAnswerTagged(version)) {
            body.of(in, true).skipTags();
        }
        if (api.told() == Api.Told.PRODUCE && version < Requests.PRODUCE_BY_IDENTIFIER) {
            produced(api, version, note, in, out);
            return;
        }
        int error = error(api, version, in);
        if (!in.ok()) {
            out.violation("malformed_answer", api.code());
            return;
        }
        boolean ofAll = api.error() == Api.Error.FIRST;
        for (int i = 0; i < Math.max(1, AskedObjects.count(note)); i++) {
            tell(api, objects.at(note, i), i == 0 || ofAll ? error : 0, out);
        }
        if (api.told() == Api.Told.SASL_AUTHENTICATE) {
            requests.answered(error, out);
        }
    }

    /** The error of the answer, or the first of several. */
    private int error(Api api, int version, Cursor in) {
        Api.Error where = api.error(version);
        if (where == Api.Error.UNREAD) {
            return 0;
        }
        body.of(in, api.isTagged(version));
        body.skip(version >= api.throttledFrom() ? 4 : 0);
        if (where != Api.Error.FIRST && body.count() == 0) {
            return 0;
        }
        switch (where) {
            case UNREAD, FIRST, EACH -> {}
            case NAMED -> body.skipText();
            case NESTED -> {
                body.skipText();
                if (body.count() == 0) {
                    return 0;
                }
                body.skip(4);
            }
        }
        return body.i16();
    }

    private void tell(Api api, @Nullable Operation request, int error, Sink out) {
        out.response(api).since(pending.time());
        if (request != null) {
            out.like(request).qualifier(request.qualifier());
        }
        Errors.outcome(error, out).tell();
    }

    /**
     * Each topic with the first error of its partitions: {@code [] topic, [] partition u32, error i16, offset u64, time
     * u64 (2), log u64 (5), [] record u32, text (8), text (8)}.
     */
    private void produced(Api api, int version, long note, Cursor in, Sink out) {
        body.of(in, api.isTagged(version));
        int topics = body.count();
        for (int i = 0; i < topics && body.ok(); i++) {
            body.skipText();
            int error = 0;
            for (int partitions = body.count(); partitions > 0 && body.ok(); partitions--) {
                body.skip(4);
                int code = body.i16();
                error = error == 0 ? code : error;
                body.skip(8 + (version >= 2 ? 8 : 0) + (version >= 5 ? 8 : 0));
                if (version >= 8) {
                    recordErrors();
                }
                body.skipTags();
            }
            body.skipTags();
            if (body.ok()) {
                tell(api, objects.at(note, i), error, out);
            }
        }
        if (!body.ok()) {
            out.violation("malformed_answer", api.code());
        }
    }

    private void recordErrors() {
        for (int records = body.count(); records > 0 && body.ok(); records--) {
            body.skip(4);
            body.skipText();
            body.skipTags();
        }
        body.skipText();
    }
}
