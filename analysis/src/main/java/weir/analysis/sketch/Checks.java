// SPDX-License-Identifier: Apache-2.0
package weir.analysis.sketch;

import java.util.List;
import java.util.zip.CRC32;
import weir.analysis.sketch.Sample.Message;
import weir.analysis.sketch.Sketch.Check;

/** Whether the last octets of messages are a check of those before. */
final class Checks {

    private static final int ENOUGH = 4;

    private Checks() {}

    /** The check that holds for every message, either order of octets. */
    static Check of(List<Message> messages) {
        List<byte[]> whole = messages.stream()
                .filter(m -> m.whole() && m.length() > 5)
                .map(Message::octets)
                .distinct()
                .toList();
        if (whole.size() < ENOUGH) {
            return Check.NONE;
        }
        for (Check check :
                new Check[] {Check.CRC32, Check.CRC16_MODBUS, Check.CRC16_CCITT, Check.SUM, Check.EXCLUSIVE_OR}) {
            if (whole.stream().allMatch(m -> holds(check, m))) {
                return check;
            }
        }
        return Check.NONE;
    }

    private static boolean holds(Check check, byte[] message) {
        int length = message.length - check.octets();
        long wanted = value(check, message, length);
        long big = 0;
        long little = 0;
        for (int i = 0; i < check.octets(); i++) {
            big = big << 8 | message[length + i] & 0xff;
            little |= (long) (message[length + i] & 0xff) << 8 * i;
        }
        return wanted == big || wanted == little;
    }

    private static long value(Check check, byte[] data, int length) {
        return switch (check) {
            case NONE -> -1;
            case SUM -> {
                int sum = 0;
                for (int i = 0; i < length; i++) {
                    sum += data[i];
                }
                yield sum & 0xff;
            }
            case EXCLUSIVE_OR -> {
                int all = 0;
                for (int i = 0; i < length; i++) {
                    all ^= data[i];
                }
                yield all & 0xff;
            }
            case CRC16_MODBUS -> modbus(data, length);
            case CRC16_CCITT -> ccitt(data, length);
            case CRC32 -> {
                CRC32 crc = new CRC32();
                crc.update(data, 0, length);
                yield crc.getValue();
            }
        };
    }

    /** Polynomial 0xa001 reflected, begins with 0xffff (Modbus over serial line 1.02, 6.2.2). */
    private static int modbus(byte[] data, int length) {
        int crc = 0xffff;
        for (int i = 0; i < length; i++) {
            crc ^= data[i] & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xa001 : crc >>> 1;
            }
        }
        return crc;
    }

    /** Polynomial 0x1021, begins with 0xffff. */
    private static int ccitt(byte[] data, int length) {
        int crc = 0xffff;
        for (int i = 0; i < length; i++) {
            crc ^= (data[i] & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1 ^ 0x1021) & 0xffff : crc << 1;
            }
        }
        return crc;
    }
}
