// SPDX-License-Identifier: Apache-2.0
package weir.wire.described;

import java.util.List;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.described.Step.Role;
import weir.wire.described.Step.Width;

/** Goes through the steps of a description with one message. */
final class Reader {

    /** Steps taken for one message: enough for any right one. */
    private static final int MOST_STEPS = 20_000;

    private final Scene scene;
    private int taken;

    Reader(Scene scene) {
        this.scene = scene;
    }

    void read(List<Step> steps, Sink out) {
        taken = 0;
        run(steps, out);
    }

    private void run(List<Step> steps, Sink out) {
        for (int i = 0; i < steps.size() && scene.in.ok() && taken < MOST_STEPS; i++) {
            taken++;
            switch (steps.get(i)) {
                case Step.Number number -> number(number, out);
                case Step.Text text -> text(text, out);
                case Step.Bits bits -> bits(bits);
                case Step.When when -> run(when.condition().in(scene) != 0 ? when.then() : when.otherwise(), out);
                case Step.Repeat repeat -> repeat(repeat, out);
            }
        }
    }

    private void number(Step.Number field, Sink out) {
        Cursor in = scene.in;
        double real = 0;
        long value = 0;
        if (field.width() == Width.F32) {
            real = field.little() ? in.f32le() : in.f32();
        } else if (field.width() == Width.F64) {
            real = field.little() ? in.f64le() : in.f64();
        } else {
            value = integer(field.width(), field.little(), in);
        }
        if (!in.ok()) {
            return;
        }
        scene.slots[field.slot()] = value;
        if (out.counting() && field.fact() != null) {
            fact(field.fact(), value, out);
        }
        if (field.must() != null && field.must() != value) {
            out.violation("unexpected_value", value);
        }
        if (field.role() == Role.VALUE) {
            scene.value(value, real, field.width());
        } else {
            scene.take(field.role(), value);
        }
        for (int i = 0; i < field.bits().size(); i++) {
            Step.Part part = field.bits().get(i);
            long some = (value & part.mask()) >>> Long.numberOfTrailingZeros(part.mask());
            scene.slots[part.slot()] = some;
            if (part.role() == Role.VALUE) {
                scene.value(some, 0, Width.U8);
            } else {
                scene.take(part.role(), some);
            }
        }
    }

    private static void fact(Step.Fact fact, long value, Sink out) {
        if (fact.digits() > 0) {
            out.factHex(out.protocol(), fact.key(), value, fact.digits());
        } else {
            out.fact(out.protocol(), fact.key(), value);
        }
    }

    private static long integer(Width width, boolean little, Cursor in) {
        return switch (width) {
            case U8 -> in.u8();
            case U16 -> little ? in.u16le() : in.u16();
            case U24 -> little ? in.u24le() : in.u24();
            case U32 -> little ? in.u32le() : in.u32();
            case U64, I64 -> little ? in.u64le() : in.u64();
            case I8 -> in.i8();
            case I16 -> little ? in.i16le() : in.i16();
            case I32 -> little ? in.i32le() : in.i32();
            case F32, F64 -> 0;
        };
    }

    private void text(Step.Text field, Sink out) {
        Cursor in = scene.in;
        int length = in.left();
        if (field.length() != null) {
            long wanted = field.length().in(scene);
            if (wanted < 0 || wanted > length) {
                in.fail();
                return;
            }
            length = (int) wanted;
        } else if (field.end() >= 0) {
            length = 0;
            while (length < in.left() && in.peek(length) != field.end()) {
                length++;
            }
        }
        if (field.role() == Role.NONE) {
            in.skip(length);
        } else {
            String text = out.text(in, length);
            if (field.attribute() != null) {
                scene.fact(field.attribute(), text);
            }
            scene.take(field.role(), text);
        }
        if (field.end() >= 0) {
            in.skip(1);
        }
    }

    private void bits(Step.Bits field) {
        Cursor in = scene.in;
        long count = field.count().in(scene);
        if (count < 0 || count > 8L * in.left()) {
            in.fail();
            return;
        }
        int octet = 0;
        for (int i = 0; i < count; i++) {
            if (i % 8 == 0) {
                octet = in.u8();
            }
            scene.value(octet >> i % 8 & 1, 0, Width.U8);
        }
    }

    private void repeat(Step.Repeat repeat, Sink out) {
        long most = repeat.count() == null ? Long.MAX_VALUE : repeat.count().in(scene);
        for (long i = 0; i < most && scene.in.ok() && taken < MOST_STEPS; i++) {
            if (repeat.count() == null && scene.in.left() == 0) {
                return;
            }
            int before = scene.in.left();
            run(repeat.steps(), out);
            if (scene.in.left() == before) {
                return;
            }
        }
    }
}
