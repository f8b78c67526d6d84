// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.model.Reading;
import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * One value of an application type (ANSI/ASHRAE 135 clause 20.2), read first and put into words or numbers after.
 *
 * <pre>
 * 0 null | 1 boolean in the tag | 2 unsigned | 3 signed | 4 real f32 | 5 double f64 | 6 octets
 * 7 characters: character set u8, text | 8 bits: unused u8, bits | 9 enumerated | 10 date: year-1900, month, day, weekday
 * 11 time: hour, minute, second, hundredth (ff: any) | 12 object: type 10 bits, instance 22 bits
 * </pre>
 */
final class Value {

    private static final int UCS_2 = 4;
    private static final int ANY = 0xff;
    private static final int LONGEST_BITS = 64;

    private static final String[] TYPES = {
        "null",
        "boolean",
        "unsigned",
        "signed",
        "real",
        "double",
        "octet-string",
        "character-string",
        "bit-string",
        "enumerated",
        "date",
        "time",
        "object-identifier"
    };

    private final Tags tags = new Tags();
    private final Cursor content = new Cursor();
    private final Phrase phrase = new Phrase();
    private int type;
    private boolean set;

    /** Reads the value of a tag already read. */
    void read(Cursor in, Tags tag) {
        type = tag.number();
        set = tag.isSet();
        in.slice(tag.length(), content);
    }

    boolean isKnown() {
        return type < TYPES.length;
    }

    String typeName() {
        return isKnown() ? TYPES[type] : "";
    }

    boolean isText() {
        return type == Tags.CHARACTER_STRING;
    }

    /** A number or something like one: what a process value may be. */
    boolean isScalar() {
        return type <= 5 || type == 8 || type == Tags.ENUMERATED;
    }

    /** The number in it, for unsigned and enumerated. */
    long number() {
        content.seek(0);
        long value = 0;
        while (content.left() > 0 && content.read() < 8) {
            value = value << 8 | content.u8();
        }
        return value;
    }

    /** Puts the value into the reading. */
    void to(Reading reading, Sink out) {
        content.seek(0);
        int length = content.left();
        switch (type) {
            case 0 -> reading.text("null");
            case 1 -> reading.integer(set ? 1 : 0);
            case 3 -> reading.integer(length == 0 || length > 8 ? 0 : number() << 64 - 8 * length >> 64 - 8 * length);
            case 4 -> reading.number(content.f32());
            case 5 -> reading.number(content.f64());
            case 6, 7, 8, 10, 11, 12 -> reading.text(text(out));
            default -> reading.integer(number());
        }
    }

    String text(Sink out) {
        content.seek(0);
        return switch (type) {
            case 6 -> octets(out);
            case Tags.CHARACTER_STRING -> characters(content, content.left(), out);
            case 8 -> bits(out);
            case 10 -> date(out);
            case 11 -> time(out);
            case Tags.OBJECT -> {
                long packed = content.u32();
                yield phrase.begin()
                        .add(Names.OBJECT_TYPES.of(packed >>> 22))
                        .add(' ')
                        .decimal(packed & 0x3f_ffff)
                        .take(out);
            }
            default -> phrase.begin().decimal(number()).take(out);
        };
    }

    /** Character set u8, then text: UTF-8, or two octets a character. */
    String characters(Cursor in, int length, Sink out) {
        if (length == 0) {
            return "";
        }
        if (in.u8() != UCS_2) {
            return out.text(in, length - 1);
        }
        phrase.begin();
        for (int i = 2; i < length; i += 2) {
            phrase.add((char) in.u16());
        }
        in.skip(1 - (length & 1));
        return phrase.take(out);
    }

    /** The text in a context tag that was just read. */
    String characters(Cursor in, Tags tag, Sink out) {
        return characters(in, tag.length(), out);
    }

    private String octets(Sink out) {
        phrase.begin();
        while (content.left() > 0 && content.read() < 32) {
            phrase.hex(content.u8(), 2);
        }
        return phrase.take(out);
    }

    private String bits(Sink out) {
        int unused = content.u8();
        int count = Math.min(LONGEST_BITS, content.left() * 8 - unused);
        phrase.begin();
        int octet = 0;
        for (int i = 0; i < count; i++) {
            octet = (i & 7) == 0 ? content.u8() : octet << 1;
            phrase.add((octet & 0x80) != 0 ? '1' : '0');
        }
        return phrase.take(out);
    }

    private String date(Sink out) {
        int year = content.u8();
        phrase.begin();
        if (year == ANY) {
            phrase.add("any");
        } else {
            phrase.decimal(1900 + year);
        }
        part('-', content.u8());
        part('-', content.u8());
        return content.ok() ? phrase.take(out) : "";
    }

    private String time(Sink out) {
        phrase.begin();
        part((char) 0, content.u8());
        part(':', content.u8());
        part(':', content.u8());
        part('.', content.u8());
        return content.ok() ? phrase.take(out) : "";
    }

    private void part(char before, int number) {
        if (before != 0) {
            phrase.add(before);
        }
        if (number == ANY) {
            phrase.add("any");
        } else {
            phrase.twoDigits(number);
        }
    }

    /** An application date and time that must be next, as one text. */
    String dateTime(Cursor in, Sink out) {
        if (!tags.next(in)) {
            return "";
        }
        read(in, tags);
        String day = type == 10 ? text(out) : "";
        if (!tags.next(in)) {
            return "";
        }
        read(in, tags);
        String hour = type == 11 ? text(out) : "";
        return phrase.begin().add(day).add(' ').add(hour).take(out);
    }
}
