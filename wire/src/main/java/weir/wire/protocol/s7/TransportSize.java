// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import org.jspecify.annotations.Nullable;

/** The type of the elements of a variable, as an address of the ANY form gives it. */
enum TransportSize {
    BIT(1, 1),
    BYTE(2, 1),
    CHAR(3, 1),
    WORD(4, 2),
    INT(5, 2),
    DWORD(6, 4),
    DINT(7, 4),
    REAL(8, 4),
    DATE(9, 2),
    TIME_OF_DAY(10, 4),
    TIME(11, 4),
    S5TIME(12, 2),
    DATE_AND_TIME(15, 8),
    COUNTER(28, 2),
    TIMER(29, 2),
    IEC_TIMER(30, 0),
    IEC_COUNTER(31, 0),
    HS_COUNTER(32, 0);

    private static final @Nullable TransportSize[] BY_CODE = new @Nullable TransportSize[64];

    static {
        for (TransportSize size : values()) {
            BY_CODE[size.code] = size;
        }
    }

    private final int code;
    private final int width;

    TransportSize(int code, int width) {
        this.code = code;
        this.width = width;
    }

    static @Nullable TransportSize of(int code) {
        return code < 0 || code >= BY_CODE.length ? null : BY_CODE[code];
    }

    /** Octets of one element among the values; 0 where that is not known. */
    int width() {
        return width;
    }

    int code() {
        return code;
    }
}
