// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/** Answers of SLMP: the end code, then what was asked for. They do not name their command. */
final class Answers {

    /** An answer whose request was not seen. */
    private static final Service ANSWER = new Service.Unlisted("answer", -1, Verb.OTHER);

    private static final int MODEL = 16;
    static final Numbered TYPE_CODE = Numbered.hex("type ");

    private final Places places;

    Answers(Places places) {
        this.places = places;
    }

    void read(@Nullable Pending asked, int code, String unit, Fields in, Sink out) {
        Operation request = asked == null ? null : asked.request();
        out.response(request == null ? ANSWER : request.service()).unit(unit);
        if (asked != null && request != null) {
            out.like(request).since(asked.time());
        }
        if (code != 0) {
            out.refused(code, EndCode.word(code)).tell();
            return;
        }
        out.tell();
        if (asked == null || request == null) {
            return;
        }
        Subject of = out.sender(unit);
        switch (request.service().code()) {
            case Commands.READ_TYPE_NAME -> model(of, in, out);
            case Commands.BATCH_READ -> batch(asked.note(), request, of, in, out);
            case Commands.RANDOM_READ, Commands.BLOCK_READ -> {
                if (asked.note() == places.serial()) {
                    places.tell(in, of, out);
                }
            }
            default -> {}
        }
    }

    /** Model of 16 characters, type u16. */
    private static void model(Subject of, Fields in, Sink out) {
        String model = out.text(in.in, Math.min(MODEL, Math.max(1, in.in.left())));
        out.identity(of, Attribute.VENDOR, "Mitsubishi Electric", "read type name", 4);
        out.identity(of, Attribute.MODEL, model, "read type name", 5);
        if (in.left(2) > 0) {
            out.identity(of, Attribute.DEVICE_TYPE, TYPE_CODE.of(in.word()), "read type name", 5);
        }
    }

    private static void batch(long note, Operation request, Subject of, Fields in, Sink out) {
        Device device = note < 0 ? null : Device.of((int) (note & 0xffff));
        if (device == null) {
            return;
        }
        boolean inBits = (note & Requests.BITS) != 0;
        long points = request.target().count();
        int count = (int) (inBits || !device.ofBits() ? points : points / 16);
        int octets = inBits ? in.ascii ? count : count + 1 >> 1 : count * (in.ascii ? 4 : 2);
        if (in.in.left() != octets) {
            out.violation("length_mismatch", in.in.left());
            return;
        }
        Values.tell(in, device, request.target().first(), count, inBits, of, Origin.READ, out);
    }
}
