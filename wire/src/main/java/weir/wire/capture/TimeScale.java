// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

/**
 * How a pcapng interface counts time: {@code nanoseconds = ticks * factor / divisor >> shift, + offset}. Exact over the
 * whole range of 64 bits; a time beyond the range of nanoseconds is the end of that range.
 */
record TimeScale(long factor, long divisor, int shift, long offset) {

    private static final long SECOND = 1_000_000_000;

    /**
     * @param resolution {@code if_tsresol}: ticks are 10 to the minus this seconds, or with the top bit set 2 to the
     *     minus the rest
     * @param seconds {@code if_tsoffset}: added to each time
     */
    static TimeScale of(int resolution, long seconds) {
        long offset = seconds > Long.MAX_VALUE / SECOND
                ? Long.MAX_VALUE
                : seconds < Long.MIN_VALUE / SECOND ? Long.MIN_VALUE : seconds * SECOND;
        if ((resolution & 0x80) != 0) {
            return new TimeScale(SECOND, 1, resolution & 0x7f, offset);
        }
        return resolution <= 9
                ? new TimeScale(power(9 - resolution), 1, 0, offset)
                : new TimeScale(1, power(resolution - 9), 0, offset);
    }

    /** Ten to the {@code exponent}, unsigned; 0 for more than 64 bits hold. */
    private static long power(int exponent) {
        if (exponent > 19) {
            return 0;
        }
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    long nanoseconds(long ticks) {
        long high = Math.unsignedMultiplyHigh(ticks, factor);
        long low = ticks * factor;
        if (divisor != 1) {
            low = divisor == 0 ? 0 : Long.divideUnsigned(low, divisor);
        } else if (shift >= 64) {
            low = high >>> (shift - 64);
            high = 0;
        } else if (shift > 0) {
            low = high << (64 - shift) | low >>> shift;
            high >>>= shift;
        }
        return plus(high != 0 || low < 0 ? Long.MAX_VALUE : low, offset);
    }

    private static long plus(long time, long offset) {
        long sum = time + offset;
        return offset > 0 && sum < time ? Long.MAX_VALUE : sum;
    }
}
