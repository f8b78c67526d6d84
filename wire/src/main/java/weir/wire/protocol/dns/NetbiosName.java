// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import java.nio.charset.StandardCharsets;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * A NetBIOS name: 15 characters padded with blanks and a type, written in the name service as 32 letters A to P, each
 * four bits (RFC 1001, 14.1). Its text is the name and the type, {@code PLANT1<20>}; octets that do not print are
 * written as the type is.
 */
final class NetbiosName {

    static final int SIZE = 16;
    static final int ENCODED = 2 * SIZE;

    private static final String DIGITS = "0123456789abcdef";

    private final byte[] octets = new byte[SIZE];
    private final byte[] text = new byte[4 * SIZE];
    private final Cursor cursor = new Cursor();
    private int bare;
    private int length;

    /** Whether a label of these letters begins at a distance. */
    static boolean isEncoded(Cursor in, int at) {
        if (in.peek(at) != ENCODED) {
            return false;
        }
        for (int i = 1; i <= ENCODED; i++) {
            int letter = in.peek(at + i);
            if (letter < 'A' || letter > 'P') {
                return false;
            }
        }
        return true;
    }

    /** Reads a label of 32 letters, the labels of a scope, and the end; fails the cursor where there is none. */
    void readEncoded(Cursor in) {
        if (!isEncoded(in, 0)) {
            in.fail();
            return;
        }
        for (int i = 0; i < SIZE; i++) {
            octets[i] = (byte) (in.peek(1 + 2 * i) - 'A' << 4 | in.peek(2 + 2 * i) - 'A');
        }
        DomainName.skip(in);
        write();
    }

    /** Reads the 16 octets as they are. */
    void readPlain(Cursor in) {
        for (int i = 0; i < SIZE; i++) {
            octets[i] = (byte) in.u8();
        }
        write();
    }

    private void write() {
        int end = SIZE - 1;
        while (end > 0 && octets[end - 1] == ' ') {
            end--;
        }
        length = 0;
        for (int i = 0; i < end; i++) {
            if (octets[i] > 0x1f && octets[i] < 0x7f) {
                text[length++] = octets[i];
            } else {
                bracketed(octets[i]);
            }
        }
        bare = length;
        bracketed(octets[SIZE - 1]);
    }

    private void bracketed(int octet) {
        text[length++] = '<';
        text[length++] = (byte) DIGITS.charAt(octet >> 4 & 15);
        text[length++] = (byte) DIGITS.charAt(octet & 15);
        text[length++] = '>';
    }

    int type() {
        return octets[SIZE - 1] & 0xff;
    }

    /** Workstation or server: the names that a computer has of its own. */
    boolean isComputer() {
        return (type() == 0 || type() == 0x20) && octets[0] != '*' && octets[0] > ' ';
    }

    /** Name and type. */
    String text(Sink out) {
        return out.text(cursor.wrap(text, 0, length), length);
    }

    /** The name without its type. */
    String bare(Sink out) {
        return out.text(cursor.wrap(text, 0, bare), bare);
    }

    /** Name and type as they are counted. */
    String counted() {
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** What the type means, as it is counted behind the name of a record; "" where it is not known. */
    String meaning() {
        return switch (type()) {
            case 0x00, 0x02 -> " (Workstation/Redirector)";
            case 0x01 -> " (Browser)";
            case 0x03 -> " (Messenger service/Main name)";
            case 0x05 -> " (Forwarded name)";
            case 0x06 -> " (RAS Server service)";
            case 0x1b -> " (Domain Master Browser)";
            case 0x1c -> " (Domain Controllers)";
            case 0x1d -> " (Local Master Browser)";
            case 0x1e -> " (Browser Election Service)";
            case 0x1f -> " (Net DDE Service)";
            case 0x20 -> " (Server service)";
            case 0x21 -> " (RAS client service)";
            case 0xbe -> " (Network Monitor Agent)";
            case 0xbf -> " (Network Monitor Application)";
            default -> "";
        };
    }
}
