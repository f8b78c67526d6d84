// SPDX-License-Identifier: Apache-2.0
package weir.analysis.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Target;
import weir.model.Transport;
import weir.model.Verb;

class HabitsTest {

    private static final int MOST = 10_000;

    private static Edge edge(int number) {
        Party client = new Party(Address.ipv4(number), 0);
        Party server = new Party(Address.ipv4(1), 0);
        return new Edge(new Edge.Key(client.address(), server.address(), Transport.TCP, 502), client, server, 0);
    }

    private static Operation write(int register) {
        Service service = new Service.Unlisted("write_register", 6, Verb.WRITE);
        Target target = new Target("unit " + register % 300, "holding_register", register, 1, "");
        Outcome outcome = new Outcome(Outcome.Kind.REFUSED, register, "code " + register);
        return new Operation("modbus", service, Phase.RESPONSE, target, "", outcome);
    }

    @Test
    void however_many_targets_are_made_up_on_however_many_edges_so_many_are_kept() {
        RecentHabits habits = new RecentHabits(MOST);
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            edges.add(edge(10 + i));
            for (int register = 0; register < 5000; register++) {
                habits.find(edges.get(i), write(register), 0);
            }
        }
        int kept = edges.stream().mapToInt(e -> e.habits().size()).sum();
        assertThat(kept).isBetween(MOST, MOST + edges.size());
        assertThat(edges).allSatisfy(e -> assertThat(e.habits()).isNotEmpty());
    }

    @Test
    void what_was_kept_is_told_apart_when_there_is_no_more_room() {
        RecentHabits habits = new RecentHabits(2);
        Edge edge = edge(10);
        Habit first = habits.find(edge, write(1), 0);
        habits.find(edge, write(2), 0);
        Habit third = habits.find(edge, write(3), 0);
        assertThat(habits.find(edge, write(1), 0)).isSameAs(first);
        assertThat(habits.find(edge, write(4), 0)).isSameAs(third);
        assertThat(third.deed()).isEqualTo(first.deed());
    }
}
