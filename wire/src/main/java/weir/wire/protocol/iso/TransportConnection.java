// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Who speaks to whom over one transport connection, by their selectors (TSAP). Siemens controllers give theirs two
 * octets: what the connection is for, then {@code rack << 5 | slot} of the module meant.
 */
public final class TransportConnection {

    private static final HexWord SELECTOR = new HexWord("");
    private static final String[] UNITS = new String[256];

    static {
        for (int i = 0; i < UNITS.length; i++) {
            UNITS[i] = "rack " + (i >> 5) + " slot " + (i & 31);
        }
    }

    private String calling = "";
    private String called = "";
    private String unit = "";
    private String purpose = "";

    /** The module that is spoken to ("rack 0 slot 2"), or "" where that is not known. */
    public String unit() {
        return unit;
    }

    /** What the connection is for ("PG", "OP", "basic"), or "". */
    public String purpose() {
        return purpose;
    }

    /** The selector of the side that serves: text where it is one, else {@code 0x0102}. */
    public String called() {
        return called;
    }

    public String calling() {
        return calling;
    }

    void clear() {
        calling = "";
        called = "";
        unit = "";
        purpose = "";
    }

    void calling(Cursor in, int length, Sink out) {
        calling = text(in, length, out);
    }

    void called(Cursor in, int length, Sink out) {
        int word = length == 2 ? in.peek16(0) : -1;
        called = text(in, length, out);
        unit = "";
        purpose = "";
        if (isModule(word)) {
            unit = UNITS[word & 0xff];
            purpose = switch (word >> 8) {
                case 1 -> "PG";
                case 2 -> "OP";
                default -> "basic";
            };
        }
    }

    /** Not the two letters or the small number that other systems use. */
    private static boolean isModule(int word) {
        return word > 0xff && (word >> 8 < ' ' || (word & 0xff) < ' ');
    }

    private static String text(Cursor in, int length, Sink out) {
        if (length == 2) {
            return SELECTOR.of(in.u16());
        }
        return out.text(in, length);
    }
}
