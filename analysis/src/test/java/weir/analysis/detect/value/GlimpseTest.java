// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GlimpseTest {

    private static final long SECOND = 1_000_000_000L;

    /** Each value by itself. */
    private static void one(PointHabit habit, double value, long time) {
        habit.learn(value, time);
        habit.seen(value, time);
    }

    private static void same(PointHabit habit, PointHabit other) {
        assertThat(other.count()).isEqualTo(habit.count());
        assertThat(other.run()).isEqualTo(habit.run());
        assertThat(other.longestRun()).isEqualTo(habit.longestRun());
        assertThat(other.lastTime()).isEqualTo(habit.lastTime());
        assertThat(other.last()).isEqualTo(habit.last());
        assertThat(other.fastest()).isEqualTo(habit.fastest());
        assertThat(other.settles()).isEqualTo(habit.settles());
        assertThat(other.isSteady()).isEqualTo(habit.isSteady());
        assertThat(other.isDiscrete()).isEqualTo(habit.isDiscrete());
        assertThat(other.isNoisy()).isEqualTo(habit.isNoisy());
    }

    @Test
    void values_that_are_counted_together_teach_the_same_as_each_by_itself() {
        Random random = new Random(9);
        for (int round = 0; round < 200; round++) {
            PointHabit each = new PointHabit();
            PointHabit together = new PointHabit();
            long time = SECOND;
            for (int i = 0; i < 40; i++) {
                double value = random.nextInt(1 + round % 30);
                boolean again = i > 0 && value == together.last();
                int times = random.nextInt(1, 9);
                for (int n = 0; n < times; n++) {
                    time += SECOND;
                    one(each, value, time);
                    if (n == 0 && !again) {
                        one(together, value, time);
                    }
                }
                if (again || times > 1) {
                    together.repeated(again ? times : times - 1, time, true);
                }
                same(each, together);
            }
        }
    }
}
