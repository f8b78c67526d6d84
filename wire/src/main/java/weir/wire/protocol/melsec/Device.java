// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.wire.Numbered;
import weir.wire.Rows;

/**
 * A kind of memory of a controller: {@code D}, {@code M}, {@code X}.
 *
 * @param ascii two characters for it, packed
 * @param base of its numbers in ASCII
 */
record Device(String name, int code, int ascii, boolean ofBits, int base) {

    private static final @Nullable Device[] BY_CODE = new @Nullable Device[256];
    private static final List<Device> ALL = new ArrayList<>();
    private static final Numbered OTHERS = Numbered.hex("device_");

    static {
        for (String[] row : Rows.of("melsec/devices")) {
            int ascii = row[2].charAt(0) << 8 | row[2].charAt(1);
            int base = row[4].equals("hex") ? 16 : 10;
            Device device = new Device(row[0], Integer.decode(row[1]), ascii, row[3].equals("bit"), base);
            BY_CODE[device.code] = device;
            ALL.add(device);
        }
    }

    static @Nullable Device of(int code) {
        return code < BY_CODE.length ? BY_CODE[code] : null;
    }

    static @Nullable Device ofAscii(int characters) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).ascii == characters) {
                return ALL.get(i);
            }
        }
        return null;
    }

    static String name(int code) {
        Device device = of(code);
        return device == null ? OTHERS.of(code) : device.name;
    }
}
