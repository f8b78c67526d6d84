// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-04 10:00:00|2026-03-04 10:00:30",
                "2026-03-04T10:00:00Z|2026-03-04T10:00:30Z",
                "2026-03-04T10:00:00.000+01:00|2026-03-04T10:00:30.000+01:00",
                "2026-03-04 10:00:00,000|2026-03-04 10:00:30,000",
                "2026/03/04 10:00:00.5|2026/03/04 10:00:30.5",
                "04.03.2026 10:00:00|04.03.2026 10:00:30",
                "04-Mar-26 10:00:00|04-Mar-26 10:00:30",
                "04-MAR-2026 10:00:00|04-MAR-2026 10:00:30",
                "3/14/2026 10:00:00 AM|3/14/2026 10:00:30 AM",
                "20260304T100000|20260304T100030",
                "1772618400|1772618430",
                "1772618400000|1772618430000",
                "0.5|30.5",
            })
    void usual_forms_are_known(String times) {
        List<String> both = List.of(times.split("\\|"));
        TimeForm form = Objects.requireNonNull(TimeForm.of(both), times);
        assertThat(form.seconds(both.get(1)) - form.seconds(both.get(0))).isEqualTo(30);
    }

    @Test
    void day_and_month_are_told_apart_by_even_steps() {
        List<String> days = List.of("01/02/26", "02/02/26", "03/02/26", "04/02/26");
        List<String> american = List.of("02/01/26", "02/02/26", "02/03/26", "02/04/26");
        for (List<String> times : List.of(days, american)) {
            TimeForm form = Objects.requireNonNull(TimeForm.of(times));
            assertThat(form.seconds(times.get(3)) - form.seconds(times.get(0))).isEqualTo(3 * 86_400);
        }
    }

    @Test
    void an_hour_alone_is_a_time_of_day() {
        TimeForm form = Objects.requireNonNull(TimeForm.of(List.of("06/01/14 00", "06/01/14 01", "06/01/14 02")));
        assertThat(form.seconds("13/01/14 02") - form.seconds("12/01/14 23")).isEqualTo(3 * 3600);
    }

    @Test
    void what_is_no_time_has_no_form() {
        assertThat(TimeForm.of(List.of("north", "south"))).isNull();
        assertThat(TimeForm.of(List.of("2026-01-01 00:00", "later"))).isNull();
    }
}
