// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/** Values by their type ([MS-EVEN6] 2.2.13, with the types as they stand in files), as Windows writes them in XML. */
final class EventValue {

    static final int NOTHING = 0;
    static final int XML = 0x21;
    static final int ARRAY = 0x80;

    private static final int TEXT = 1;
    private static final int NARROW_TEXT = 2;
    private static final int BINARY = 14;
    private static final int SID = 19;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Charset NARROW = Charset.forName("windows-1252");
    private static final long TICKS = 10_000_000; // of a FILETIME in a second
    private static final long EPOCH = 11_644_473_600L; // seconds from 1601 to 1970

    private EventValue() {}

    /** Writes all that is left of the octets as one value. */
    static void write(int type, ChunkCursor in, EventText out) throws DamagedRecord {
        if (in.left() > 0) {
            out.characters(text(type, in, in.left()));
        }
    }

    private static String text(int type, ChunkCursor in, int size) throws DamagedRecord {
        return switch (type) {
            case TEXT -> in.text(size / 2);
            case NARROW_TEXT -> new String(in.octets(size), NARROW);
            case 3, 5, 7, 9 -> Long.toString(in.signed(whole(size)));
            case 4, 6, 8, 10 -> Long.toUnsignedString(in.unsigned(whole(size)));
            case 11 -> Float.toString(Float.intBitsToFloat((int) in.u32()));
            case 12 -> Double.toString(Double.longBitsToDouble(in.unsigned(8)));
            case 13 -> in.unsigned(whole(size)) == 0 ? "false" : "true";
            case BINARY -> HEX.formatHex(in.octets(size));
            case 15 -> guid(in);
            case 16, 20, 21 -> "0x" + Long.toHexString(in.unsigned(whole(size)));
            case 17 -> time(in.unsigned(8));
            case 18 -> time(in);
            case SID -> sid(in);
            default -> ""; // handles and such, which say nothing outside of their host
        };
    }

    private static int whole(int size) throws DamagedRecord {
        if (size > 8) {
            throw new DamagedRecord(EvtxDamage.RECORD);
        }
        return size;
    }

    /** How many octets of an array its next item has; an item of text ends with a zero. */
    static int width(int type, ChunkCursor array) throws DamagedRecord {
        int width = switch (type) {
            case TEXT -> untilZero(array, 2);
            case NARROW_TEXT -> untilZero(array, 1);
            case 3, 4 -> 1;
            case 5, 6 -> 2;
            case 7, 8, 11, 13, 20 -> 4;
            case 9, 10, 12, 16, 17, 21 -> 8;
            case 15, 18 -> 16;
            case SID -> sidWidth(array);
            default -> array.left();
        };
        return Math.min(width, array.left());
    }

    private static int untilZero(ChunkCursor array, int step) throws DamagedRecord {
        ChunkCursor ahead = array.chunk(array.at()).take(array.left());
        while (ahead.left() >= step) {
            if (ahead.unsigned(step) == 0) {
                return ahead.at() - array.at();
            }
        }
        return array.left();
    }

    private static int sidWidth(ChunkCursor array) throws DamagedRecord {
        ChunkCursor ahead = array.chunk(array.at());
        ahead.skip(1);
        return 8 + 4 * ahead.u8();
    }

    private static String guid(ChunkCursor in) throws DamagedRecord {
        return "{" + HEX.toHexDigits(in.u32(), 8)
                + "-" + HEX.toHexDigits(in.u16(), 4)
                + "-" + HEX.toHexDigits(in.u16(), 4)
                + "-" + HEX.formatHex(in.octets(2))
                + "-" + HEX.formatHex(in.octets(6)) + "}";
    }

    /** S-1-5-21-1-2-3-500: the authority has its high octet first. */
    private static String sid(ChunkCursor in) throws DamagedRecord {
        StringBuilder text = new StringBuilder("S-").append(in.u8());
        int parts = in.u8();
        long authority = 0;
        for (int i = 0; i < 6; i++) {
            authority = authority << 8 | in.u8();
        }
        text.append('-').append(authority);
        for (int i = 0; i < parts; i++) {
            text.append('-').append(in.u32());
        }
        return text.toString();
    }

    private static String time(long ticks) {
        long second = Long.divideUnsigned(ticks, TICKS) - EPOCH;
        return Instant.ofEpochSecond(second, 100 * Long.remainderUnsigned(ticks, TICKS))
                .toString();
    }

    /** Year, month, day of the week, day, hour, minute, second, thousandths. */
    private static String time(ChunkCursor in) throws DamagedRecord {
        int[] parts = new int[8];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = in.u16();
        }
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                parts[0],
                parts[1],
                parts[3],
                parts[4],
                parts[5],
                parts[6],
                parts[7]);
    }
}
