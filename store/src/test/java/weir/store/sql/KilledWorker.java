// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import weir.store.Kept;
import weir.store.Store;

/** A process that changes a store and says so, until it is killed. */
final class KilledWorker {

    static final int THREADS = 6;

    private KilledWorker() {}

    /** @param arguments the address of a store */
    public static void main(String[] arguments) throws IOException {
        Store store = Ground.open(arguments[0]);
        for (int i = 0; i < THREADS; i++) {
            String name = "t" + i;
            Thread.ofPlatform().start(() -> count(store, name));
        }
    }

    private static void count(Store store, String name) {
        try {
            while (true) {
                System.out.println(name + " " + next(store, name));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The next step of one who counts: position, log and state in one change. */
    static int next(Store store, String name) throws IOException {
        return store.change(c -> {
            int number = c.get("position", name).map(KilledWorker::number).orElse(0) + 1;
            c.put("position", name, Integer.toString(number));
            c.append("audit", name + " " + number);
            byte[] state = (name + " " + number).repeat(1 + number % 50).getBytes(StandardCharsets.UTF_8);
            c.snapshot("state_" + name.charAt(0), new ByteArrayInputStream(state));
            c.put("state", "last", new String(state, StandardCharsets.UTF_8));
            return number;
        });
    }

    static int number(Kept position) {
        return Integer.parseInt(position.body());
    }
}
