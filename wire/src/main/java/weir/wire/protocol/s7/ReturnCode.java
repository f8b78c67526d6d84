// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.wire.Numbered;

/** The octet that says, for each variable, what came of it. */
final class ReturnCode {

    static final int DONE = 0xff;

    private static final Numbered OTHERS = Numbered.hex("return_");

    private ReturnCode() {}

    /** Whether it refuses a whole user data message; that an object does not exist is said of each empty content. */
    static boolean isRefusal(int code) {
        return code >= 0x01 && code <= 0x07;
    }

    static String label(int code) {
        return switch (code) {
            case 0x00 -> "reserved";
            case 0x01 -> "hardware_error";
            case 0x03 -> "access_denied";
            case 0x05 -> "invalid_address";
            case 0x06 -> "type_not_supported";
            case 0x07 -> "type_inconsistent";
            case 0x0a -> "object_does_not_exist";
            default -> OTHERS.of(code);
        };
    }
}
