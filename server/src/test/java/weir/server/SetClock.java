// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test turns. */
public final class SetClock implements InstantSource {

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void turn(Duration on) {
        now = now.plus(on);
    }
}
