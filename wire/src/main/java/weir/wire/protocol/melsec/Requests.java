// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.Vocabulary;

/** Commands of SLMP (SH-080956 section 5). */
final class Requests {

    /** Bits of a subcommand: in bits, not words; with the longer device codes of iQ-R. */
    private static final int IN_BITS = 1;

    private static final int LONG_DEVICES = 2;

    /** A bit of {@link #note}: the answer holds bits. */
    static final long BITS = 1L << 32;

    private final Places places;
    private @Nullable Device device;
    private int code;
    private long number;
    private long note;
    private boolean longDevices;

    Requests(Places places) {
        this.places = places;
    }

    /** What its answer needs to be read: the device code and {@link #BITS}, or which {@link Places} were asked for. */
    long note() {
        return note;
    }

    /** Null where the command is cut. */
    @Nullable
    Operation read(Service service, int subcommand, String unit, Fields in, Sink out) {
        note = -1;
        longDevices = (subcommand & LONG_DEVICES) != 0;
        boolean inBits = (subcommand & IN_BITS) != 0;
        boolean plain = (subcommand & ~(IN_BITS | LONG_DEVICES)) == 0;
        out.request(service).unit(unit);
        String form = service instanceof Vocabulary.Listed listed && plain ? listed.form() : "none";
        return switch (form) {
            case "batch" -> batch(service, inBits, unit, in, out);
            case "random" -> random(service, inBits, unit, in, out);
            case "blocks" -> blocks(service, unit, in, out);
            case "mode" -> {
                int mode = in.word();
                yield told(out.qualifier(mode == 3 ? "forced" : ""), in.in, out);
            }
            case "password" -> password(unit, in, out);
            default -> out.tell();
        };
    }

    private static @Nullable Operation told(Sink sentence, Cursor in, Sink out) {
        return Conversation.isWhole(in, out) ? sentence.tell() : null;
    }

    /** Binary: number u24, code u8, or for iQ-R u32 and u16; ASCII: two characters, six digits, or four and eight. */
    private void device(Fields in) {
        if (in.ascii) {
            int characters = in.in.u16();
            device = Device.ofAscii(characters);
            in.in.skip(longDevices ? 2 : 0);
            code = device == null ? characters : device.code();
            number = in.number(longDevices ? 8 : 6, device == null ? 16 : device.base());
            return;
        }
        number = longDevices ? in.in.u32le() : in.in.u24le();
        code = longDevices ? in.in.u16le() : in.in.u8();
        device = Device.of(code);
    }

    /** A device, points u16, and, when it is written, the values. */
    private @Nullable Operation batch(Service service, boolean inBits, String unit, Fields in, Sink out) {
        device(in);
        int points = in.word();
        note = code | (inBits ? BITS : 0);
        out.range(Device.name(code), number, inBits || !isOfBits() ? points : 16L * points);
        if (service.code() == Commands.BATCH_READ) {
            return told(out, in.in, out);
        }
        int octets = inBits ? in.ascii ? points : points + 1 >> 1 : points * (in.ascii ? 4 : 2);
        if (!in.in.ok() || in.in.left() < octets) {
            out.violation("truncated", in.in.left());
            return null;
        }
        Operation told = out.tell();
        if (device != null) {
            Values.tell(in, device, number, points, inBits, out.receiver(unit), Origin.WRITE, out);
        }
        return told;
    }

    private boolean isOfBits() {
        return device != null && device.ofBits();
    }

    /**
     * Number of words u8, of double words u8, the devices, each with its value when it is written; in bits a number u8 and
     * devices with an octet each. Told one by one, the last stands for all.
     */
    private @Nullable Operation random(Service service, boolean inBits, String unit, Fields in, Sink out) {
        int words = in.octet();
        int doubles = inBits ? 0 : in.octet();
        boolean writes = service.verb() == Verb.WRITE;
        int size = (longDevices ? 6 : 4) * (in.ascii ? 2 : 1);
        int value = writes ? inBits ? longDevices ? 2 : 1 : 2 : 0;
        int octets = words * (size + value * (in.ascii ? 2 : 1)) + doubles * (size + (writes ? in.ascii ? 8 : 4 : 0));
        if (!in.in.ok() || words + doubles == 0 || octets > in.in.left()) {
            out.violation("truncated", in.in.left());
            return null;
        }
        places.clear();
        note = places.serial();
        Operation told = null;
        Subject of = out.receiver(unit);
        for (int i = 0; i < words + doubles; i++) {
            boolean doubled = i >= words;
            device(in);
            places.add(device, number, 1, doubled);
            told = out.request(service)
                    .unit(unit)
                    .object(Device.name(code), number)
                    .tell();
            if (writes) {
                written(inBits, doubled, value, of, in, out);
            }
        }
        return told;
    }

    private void written(boolean inBits, boolean doubled, int octets, Subject of, Fields in, Sink out) {
        long value = doubled ? in.doubleWord() : octets == 1 ? in.octet() : in.word();
        Device known = device;
        if (known != null) {
            String type = inBits ? "bool" : doubled ? "u32" : "u16";
            Values.tell(known, number, value, type, of, Origin.WRITE, out);
        }
    }

    /** Number of word blocks u8, of bit blocks u8, each a device and words u16, and, when it is written, the words. */
    private @Nullable Operation blocks(Service service, String unit, Fields in, Sink out) {
        int count = in.octet();
        count += in.octet();
        if (!in.in.ok() || count == 0) {
            out.violation("truncated", in.in.left());
            return null;
        }
        places.clear();
        note = places.serial();
        Operation told = null;
        boolean writes = service.verb() == Verb.WRITE;
        for (int i = 0; i < count; i++) {
            device(in);
            int words = in.word();
            if (!in.in.ok() || writes && in.left(2) < words) {
                out.violation("truncated", in.in.left());
                return null;
            }
            places.add(device, number, words, false);
            told = out.request(service)
                    .unit(unit)
                    .range(Device.name(code), number, isOfBits() ? 16L * words : words)
                    .tell();
            if (writes && device != null) {
                Values.tell(in, device, number, words, false, out.receiver(unit), Origin.WRITE, out);
            } else if (writes) {
                in.in.skip(words * (in.ascii ? 4 : 2));
            }
        }
        return told;
    }

    /** Length u16, the password. */
    private static @Nullable Operation password(String unit, Fields in, Sink out) {
        int length = in.word();
        String secret = out.hashed(in.in, length);
        Operation told = told(out, in.in, out);
        if (told != null) {
            out.login(out.receiver(unit), "", secret, Outcome.OPEN);
        }
        return told;
    }
}
