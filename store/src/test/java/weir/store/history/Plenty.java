// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.util.Random;

/** Rows like those of a plant, as many as are wanted, the same each time. */
final class Plenty {

    static final long MARCH = 1_772_323_200_000_000L; // 2026-03-01
    static final long DAY = 86_400_000_000L;

    private static final String[] VERBS = {"READ", "READ", "READ", "READ", "READ", "READ", "READ", "SUBSCRIBE", "WRITE"
    };
    private static final String[] PLACES = {"intake", "filter", "pump", "tank", "valve", "dosing", "blower", "well"};
    private static final String[] MEASURES = {"level", "flow", "pressure", "speed", "temperature", "setpoint"};

    private final Random random = new Random(17);
    private final String[] hosts = new String[300];
    private final String[] tags = new String[5000];
    private final String[] targets = new String[2000];

    Plenty() {
        for (int i = 0; i < hosts.length; i++) {
            hosts[i] = "10.20." + i / 50 + "." + (i % 50 + 1);
        }
        for (int i = 0; i < tags.length; i++) {
            tags[i] = PLACES[i % 8] + "_" + i / 48 + "_" + MEASURES[i / 8 % 6];
        }
        for (int i = 0; i < targets.length; i++) {
            targets[i] = "holding " + (40_001 + i * 2);
        }
    }

    String host(int number) {
        return hosts[number];
    }

    void operation(Rows rows, long time) {
        int server = random.nextInt(40);
        String verb = VERBS[random.nextInt(VERBS.length)];
        rows.begin(Kind.OPERATIONS, "north", time)
                .text(hosts[100 + random.nextInt(200)])
                .text(hosts[server])
                .text("1")
                .text("modbus")
                .text(verb)
                .text(verb.equals("WRITE") ? "Write Multiple Registers" : "Read Holding Registers")
                .text(targets[random.nextInt(targets.length)])
                .text("")
                .text("done")
                .whole(500 + random.nextInt(3000))
                .whole(time / 1000);
    }

    void reading(Rows rows, long time) {
        int tag = random.nextInt(tags.length);
        rows.begin(Kind.READINGS, "north", time)
                .text(hosts[tag % 40])
                .text("1")
                .text(targets[tag % targets.length])
                .text(tags[tag])
                .text("modbus")
                .text("READ")
                .text("")
                .real(tag + random.nextInt(1000) / 10.0)
                .whole(time / 1000);
    }

    void flow(Rows rows, long time) {
        rows.begin(Kind.FLOWS, "north", time)
                .text(hosts[100 + random.nextInt(200)])
                .text(hosts[random.nextInt(40)])
                .text("TCP")
                .text("modbus")
                .whole(502)
                .whole(random.nextInt(100_000))
                .whole(random.nextInt(200_000))
                .whole(random.nextInt(1000))
                .whole(random.nextInt(1000))
                .whole(random.nextInt(10_000_000));
    }
}
