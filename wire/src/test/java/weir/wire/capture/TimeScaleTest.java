// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @Test
    void everyResolutionIsExactOverAllTicks() {
        Random random = new Random(7);
        for (int resolution = 0; resolution < 256; resolution++) {
            TimeScale scale = TimeScale.of(resolution, 0);
            for (int i = 0; i < 200; i++) {
                long ticks = random.nextLong() >>> random.nextInt(64);
                assertThat(scale.nanoseconds(ticks))
                        .as("resolution %s, ticks %s", resolution, Long.toUnsignedString(ticks))
                        .isEqualTo(exact(ticks, resolution).min(MOST).longValueExact());
            }
        }
    }

    @Test
    void theOffsetIsAddedAndNeverOverflows() {
        assertThat(TimeScale.of(9, 1_700_000_000).nanoseconds(5)).isEqualTo(1_700_000_000_000_000_005L);
        assertThat(TimeScale.of(0, -3).nanoseconds(2)).isEqualTo(-1_000_000_000);
        assertThat(TimeScale.of(9, Long.MAX_VALUE).nanoseconds(5)).isEqualTo(Long.MAX_VALUE);
        assertThat(TimeScale.of(9, Long.MIN_VALUE).nanoseconds(5)).isEqualTo(Long.MIN_VALUE + 5);
        assertThat(TimeScale.of(0, 9_000_000_000L).nanoseconds(-1)).isEqualTo(Long.MAX_VALUE);
    }

    private static BigInteger exact(long ticks, int resolution) {
        BigInteger nanoseconds = new BigInteger(Long.toUnsignedString(ticks)).multiply(BILLION);
        return (resolution & 0x80) != 0
                ? nanoseconds.shiftRight(resolution & 0x7f)
                : nanoseconds.divide(BigInteger.TEN.pow(resolution));
    }
}
