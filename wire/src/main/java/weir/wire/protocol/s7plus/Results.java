// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import weir.wire.Numbered;

/** How a service ended: the lowest 16 bits of its result, negative where it was refused. */
final class Results {

    private static final Numbered OTHERS = new Numbered("error_");

    private Results() {}

    static int of(long result) {
        return (short) result;
    }

    static String label(int code) {
        return switch (code) {
            case -12 -> "object_not_found";
            case -17 -> "invalid_crc";
            case -134 -> "several_engineering_systems_not_supported";
            case -255 -> "invalid_lid";
            default -> OTHERS.of(-(long) code);
        };
    }
}
