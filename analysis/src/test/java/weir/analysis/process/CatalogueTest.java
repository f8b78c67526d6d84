// SPDX-License-Identifier: Apache-2.0
package weir.analysis.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.model.Address;
import weir.model.Point;
import weir.model.Point.Kind;
import weir.model.PointValue;
import weir.model.PointValue.Origin;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Target;
import weir.model.Transport;

final class CatalogueTest {

    private static final Address PLC = Address.parse("10.0.0.5");
    private static final Address HMI = Address.parse("10.0.0.9");

    private final Catalogue catalogue = new Catalogue(4);
    private final Sighting at = new Sighting();
    private long packet;

    @Test
    void a_value_that_never_changes_is_constant() {
        assertThat(kind(i -> 7)).isEqualTo(Kind.CONSTANT);
    }

    @Test
    void two_values_are_binary() {
        assertThat(kind(i -> i / 5 % 2)).isEqualTo(Kind.BINARY);
    }

    @Test
    void a_few_states_are_an_enumeration() {
        assertThat(kind(i -> i / 7 % 4)).isEqualTo(Kind.ENUMERATION);
    }

    @Test
    void what_only_grows_and_runs_over_is_a_counter() {
        assertThat(kind(i -> (60000 + i * 400) % 65536)).isEqualTo(Kind.COUNTER);
    }

    @Test
    void what_goes_up_and_down_is_continuous() {
        assertThat(kind(i -> Math.round(100 * Math.sin(i / 7.0)))).isEqualTo(Kind.CONTINUOUS);
    }

    @Test
    void what_changes_only_when_written_is_a_setpoint_and_knows_its_writer() {
        for (int i = 0; i < 40; i++) {
            if (i % 10 == 0) {
                see(3, i, Origin.WRITE, packet + 1);
            }
            see(3, i / 10 * 10, Origin.READ, packet + 1);
        }
        Point point = only();
        assertThat(point.kind()).isEqualTo(Kind.SETPOINT);
        assertThat(point.writes()).isEqualTo(4);
        assertThat(point.reads()).isEqualTo(40);
        assertThat(point.writers()).singleElement().satisfies(w -> {
            assertThat(w.address()).isEqualTo(HMI);
            assertThat(w.count()).isEqualTo(4);
            assertThat(w.lastValue()).isEqualTo("30");
        });
    }

    @Test
    void one_sighting_says_little() {
        see(3, 5, Origin.READ, 1);
        assertThat(only().kind()).isEqualTo(Kind.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"true, FLOAT_HIGH_FIRST", "false, FLOAT_LOW_FIRST"})
    void two_registers_of_a_float_are_known_by_their_exponents(boolean highFirst, Point.Wide.Form form) {
        for (int i = 0; i < 50; i++) {
            pair(Float.floatToIntBits((float) (20 + Math.sin(i))), highFirst);
        }
        Point.Wide wide =
                Objects.requireNonNull(catalogue.points(Tags.NONE).getFirst().wide());
        assertThat(wide.form()).isEqualTo(form);
        assertThat(wide.value()).isCloseTo(20 + Math.sin(49), within(1e-5));
        assertThat(wide.confidence()).isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"true, INTEGER_HIGH_FIRST", "false, INTEGER_LOW_FIRST"})
    void two_registers_of_a_long_counter_are_known_by_their_carries(boolean highFirst, Point.Wide.Form form) {
        for (int i = 0; i < 60; i++) {
            pair(70_000 + i * 6000, highFirst);
        }
        Point.Wide wide =
                Objects.requireNonNull(catalogue.points(Tags.NONE).getFirst().wide());
        assertThat(wide.form()).isEqualTo(form);
        assertThat(wide.value()).isEqualTo(70_000 + 59 * 6000);
    }

    @Test
    void two_registers_of_their_own_are_no_pair() {
        for (int i = 0; i < 50; i++) {
            see(3, 100 + i % 9, Origin.READ, i);
            see(4, 40 + i % 7, Origin.READ, i);
        }
        assertThat(catalogue.points(Tags.NONE))
                .allSatisfy(p -> assertThat(p.wide()).isNull());
    }

    @Test
    void more_points_than_there_is_room_for_are_counted() {
        IntStream.range(0, 10).forEach(i -> see(i, 1, Origin.READ, i));
        assertThat(catalogue.points(Tags.NONE)).hasSize(4);
        assertThat(catalogue.turnedAway()).isEqualTo(6);
    }

    @Test
    void a_point_is_named_by_device_unit_and_object() {
        see(40, 1, Origin.READ, 1);
        Tags tags = id -> new Point.Tag("Level of " + id, "m", 1, 0);
        assertThat(catalogue.points(tags)).singleElement().satisfies(p -> {
            assertThat(p.id()).isEqualTo("10.0.0.5/unit 1/holding_register:40");
            assertThat(p.tag()).isEqualTo(new Point.Tag("Level of " + p.id(), "m", 1, 0));
        });
    }

    private Kind kind(IntToDoubleFunction value) {
        IntStream.range(0, 80).forEach(i -> see(3, value.applyAsDouble(i), Origin.READ, i));
        return only().kind();
    }

    private Point only() {
        List<Point> points = catalogue.points(Tags.NONE);
        assertThat(points).hasSize(1);
        return points.getFirst();
    }

    private void pair(int bits, boolean highFirst) {
        packet++;
        see(10, (highFirst ? bits >>> 16 : bits) & 0xffff, Origin.READ, packet);
        see(11, (highFirst ? bits : bits >>> 16) & 0xffff, Origin.READ, packet);
    }

    private void see(int register, double value, Origin origin, long inPacket) {
        packet = inPacket;
        at.packet(inPacket, inPacket * 1_000_000)
                .between(Transport.TCP, HMI, 4000, PLC, 502)
                .conversation(1, true)
                .reading()
                .clear()
                .integer((long) value);
        Subject device = new Subject(PLC, "unit 1");
        Target object = new Target("unit 1", "holding_register", register, 1, "");
        catalogue.observe(at, new PointValue("modbus", device, object, "u16", origin));
    }
}
