// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a listener is told. */
final class Told implements LiveListener {

    final List<String> events = new CopyOnWriteArrayList<>();
    volatile long dropped;

    @Override
    public void dropped(String network, long packets) {
        dropped += packets;
    }

    @Override
    public void gone(String network, String why) {
        events.add(network + " " + why);
    }

    @Override
    public void back(String network) {
        events.add(network + " is back");
    }

    /** Waits up to ten seconds for an event. */
    void await(String event) throws InterruptedException {
        for (int i = 0; i < 1000 && !events.contains(event); i++) {
            Thread.sleep(10);
        }
        if (!events.contains(event)) {
            throw new AssertionError("not told: " + event + ", but " + events);
        }
    }
}
