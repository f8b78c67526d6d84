// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import java.time.Instant;
import java.time.InstantSource;

/** Somebody who receives messages until closed. */
interface Receiving extends Runnable, AutoCloseable {

    /** The port that it has, also where any was wished. */
    int port();

    @Override
    void close();

    static long now(InstantSource clock) {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
