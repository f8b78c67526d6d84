// SPDX-License-Identifier: Apache-2.0
package weir.wire.designs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Observation;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Violation;
import weir.wire.Direction;
import weir.wire.protocol.dnp3.Dnp3;
import weir.wire.protocol.modbus.Modbus;

/** Both designs are told the same messages and must tell the same functions, addresses and counts. */
final class DesignsTest {

    private final List<String> first = new ArrayList<>();
    private final List<String> second = new ArrayList<>();

    @Test
    void bothTellTheSameOfModbus() {
        agree(true, Traffic.modbus());
        assertThat(first).hasSize(16).startsWith("REQUEST unit 3 function 3 of 100 10");
        assertThat(first)
                .contains("RESPONSE unit 3 function 3 of 100 10", "RESPONSE unit 3 function 4 of 512 2 refused 2");
    }

    @Test
    void bothTellTheSameOfDnp3() {
        agree(false, Traffic.dnp3());
        assertThat(first)
                .containsExactly(
                        "REQUEST address 10 function 1 of 60:2 -1 0",
                        "REQUEST address 10 function 1 of 60:3 -1 0",
                        "REQUEST address 10 function 1 of 60:4 -1 0",
                        "RESPONSE address 10 function 1 of 30:2 5 2",
                        "RESPONSE address 10 function 1 of 2:1 -1 2",
                        "REQUEST address 10 function 1 of 30:1 0 4",
                        "RESPONSE address 10 function 1 of 30:1 0 4",
                        "REQUEST address 10 function 1 of 1:1 3 10",
                        "RESPONSE address 10 function 1 of 1:1 3 10");
    }

    @Test
    void aMessageThatEndsBeforeItsFieldsIsAViolationInBothAndTheNextIsRead() {
        agree(true, List.of(Traffic.asks("0001 0000 0004 03 03 0064"), Traffic.asks("0002 0000 0006 03 03 0064 0001")));
        assertThat(first).containsExactly("truncated 3", "REQUEST unit 3 function 3 of 100 1");
    }

    @Test
    void aGapInAMessageCostsThatMessageInBoth() {
        Both both = new Both(true);
        byte[] poll = Traffic.modbus().getFirst().bytes();
        both.feed(poll, 0, 9, Direction.TO_SERVER);
        both.lost(Direction.TO_SERVER);
        both.feed(poll, 0, poll.length, Direction.TO_SERVER);
        assertThat(first).isEqualTo(second).containsExactly("REQUEST unit 3 function 3 of 100 10");
    }

    /** Whole, cut once at every place, and octet by octet. */
    private void agree(boolean modbus, List<Traffic> traffic) {
        int longest = traffic.stream().mapToInt(t -> t.bytes().length).max().orElseThrow();
        say(modbus, traffic, longest, longest);
        List<String> whole = List.copyOf(first);
        assertThat(second).isEqualTo(whole).isNotEmpty();
        for (int cut = 1; cut < longest; cut++) {
            say(modbus, traffic, cut, longest);
            assertThat(first).as("A cut at %d", cut).isEqualTo(whole);
            assertThat(second).as("B cut at %d", cut).isEqualTo(whole);
        }
        say(modbus, traffic, 1, 1);
        assertThat(first).isEqualTo(whole);
        assertThat(second).isEqualTo(whole);
    }

    /** A first piece of each message, then pieces of another length. */
    private void say(boolean modbus, List<Traffic> traffic, int begin, int piece) {
        first.clear();
        second.clear();
        Both both = new Both(modbus);
        for (Traffic said : traffic) {
            int length = said.bytes().length;
            int to = Math.min(begin, length);
            both.feed(said.bytes(), 0, to, said.way());
            for (int at = to; at < length; at += piece) {
                both.feed(said.bytes(), at, Math.min(piece, length - at), said.way());
            }
        }
    }

    /** A conversation read by both. */
    private final class Both {

        private final CursorDesign a;
        private final PushDesign b;

        Both(boolean modbus) {
            a = new CursorDesign(modbus ? new Modbus() : new Dnp3(), (at, what) -> line(what, at.detail()));
            b = modbus ? PushDesign.modbus() : PushDesign.dnp3();
        }

        void feed(byte[] data, int offset, int length, Direction way) {
            a.feed(data, offset, length, way);
            b.of(way).feed(data, offset, length, DesignsTest.this::lines);
        }

        void lost(Direction way) {
            a.lost(way);
            b.of(way).lost();
        }
    }

    private void line(Observation what, long detail) {
        if (what instanceof Operation o) {
            String space = o.protocol().equals("dnp3") ? o.target().space() + " " : "";
            String refused = o.outcome().kind() == Outcome.Kind.REFUSED
                    ? " refused " + o.outcome().code()
                    : "";
            first.add(o.phase() + " " + o.target().unit() + " function "
                    + o.service().code() + " of " + space + o.target().first() + " "
                    + o.target().count() + refused);
        } else if (what instanceof Violation v) {
            first.add(v.name() + " " + detail);
        }
    }

    private void lines(Message message) {
        switch (message) {
            case Message.ModbusRequest m ->
                second.add(modbus("REQUEST", m.unit(), m.function(), m.address(), m.count()));
            case Message.ModbusResponse m ->
                second.add(modbus("RESPONSE", m.unit(), m.function(), m.address(), m.count()));
            case Message.ModbusRefusal m ->
                second.add(
                        modbus("RESPONSE", m.unit(), m.function(), m.address(), m.count()) + " refused " + m.reason());
            case Message.Dnp3Request m -> dnp3("REQUEST", m.outstation(), m.function(), m.objects());
            case Message.Dnp3Response m -> dnp3("RESPONSE", m.outstation(), m.function(), m.objects());
            case Message.Malformed m -> second.add(m.name() + " " + m.detail());
        }
    }

    private static String modbus(String phase, int unit, int function, int address, int count) {
        return phase + " unit " + unit + " function " + function + " of " + address + " " + count;
    }

    private void dnp3(String phase, int outstation, int function, List<Message.Dnp3Objects> objects) {
        for (Message.Dnp3Objects o : objects) {
            second.add(phase + " address " + outstation + " function " + function + " of " + o.group() + ":"
                    + o.variation() + " " + o.first() + " " + o.count());
        }
    }
}
