// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rocplus;

import java.util.Locale;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Row;
import weir.wire.Sink;

/**
 * ROC Plus messages in the words of ICSNPP-ROC-Plus: its {@code roc_plus} log. What kind a message is it tells by opcode
 * and length, where these tell.
 */
final class RocPlusLog {

    private static final NamedCodes OPCODES = new NamedCodes("rocplus/log-opcodes", "Unknown ");
    static final String REQUEST = "Request";
    private static final String RESPONSE = "Response";
    static final String UNKNOWN = "Unknown";

    private static final int ERROR = 255;
    private static final int HISTORY = 139;
    private static final int FILES = 203;
    private static final int TRANSACTIONS = 206;

    private RocPlusLog() {}

    /**
     * One message, from its first octet, whose check is right; moves nothing.
     *
     * @param size octets of it
     */
    static void tell(Cursor in, int size, Sink out) {
        int opcode = in.peek(4);
        int length = in.peek(5);
        String kind = kind(opcode, length, in.peek(RocPlus.HEADER));
        Row row = new Row("roc_plus", out.time())
                .set("protocol", out.at().transport().name().toLowerCase(Locale.ROOT))
                .set("packet_type", kind)
                .set("destination_unit", in.peek(0))
                .set("destination_group", in.peek(1))
                .set("source_unit", in.peek(2))
                .set("source_group", in.peek(3))
                .set("opcode", String.format(Locale.ROOT, "%s (%03d)", OPCODES.of(opcode), opcode))
                .set("data_length", length)
                .set("lsb_crc", in.peek(size - 2))
                .set("msb_crc", in.peek(size - 1));
        Cursor data = new Cursor().wrap(in.bytes(), in.offset() + RocPlus.HEADER, length);
        RocPlusDetail detail = new RocPlusDetail(data, out);
        if (opcode == ERROR && length % 2 == 0) {
            detail.errors(row);
        }
        out.row(row);
        detail.tell(opcode, kind);
    }

    private static String kind(int opcode, int length, int command) {
        return switch (opcode) {
            case 6, 7 -> asksWith(0, length);
            case 50 -> asksWith(1, length);
            case 105, 225 -> asksWith(2, length);
            case 10, 100, 118, 119, 137 -> asksWith(3, length);
            case 138, 167 -> asksWith(4, length);
            case 135 -> asksWith(6, length);
            case 136 -> asksWith(7, length);
            case 8, 11, 24, 166, 224 -> length == 0 ? RESPONSE : REQUEST;
            case 17 -> length == 0 || length == 24 ? RESPONSE : REQUEST;
            case 108 -> length >= 3 && length < 15 ? REQUEST : length > 23 ? RESPONSE : UNKNOWN;
            case HISTORY -> history(length, command);
            case FILES -> file(length, command);
            case TRANSACTIONS -> command == 1 ? asksWith(4, length) : length == 6 ? UNKNOWN : RESPONSE;
            case ERROR -> length % 2 == 0 ? RESPONSE : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static String asksWith(int octets, int length) {
        return length == octets ? REQUEST : RESPONSE;
    }

    private static String history(int length, int command) {
        if (command == 0) {
            return asksWith(2, length);
        }
        return length < 10 ? REQUEST : length > 67 ? RESPONSE : UNKNOWN;
    }

    private static String file(int length, int command) {
        return switch (command) {
            case 1 -> asksWith(127, length);
            case 2 -> asksWith(9, length);
            case 3 -> length == 9 ? RESPONSE : REQUEST;
            case 4 -> asksWith(5, length);
            default -> length == 126 || length == 102 || length == 103 ? REQUEST : RESPONSE;
        };
    }
}
