// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What was lost while listening, and how often; counted by many threads. */
public final class Losses {

    /** Why something was lost. */
    public enum Why {
        QUEUE_FULL("messages by UDP dropped, too many waited"),
        TOO_LONG("messages cut at 64 KiB"),
        UNFINISHED("messages that the end of a connection cut"),
        TOO_MANY("connections refused, too many were open"),
        IDLE("connections closed, they said nothing for long"),
        NO_TLS("connections refused, no TLS was agreed on"),
        BROKEN("connections that broke");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        /** In words that stand before a number. */
        public String text() {
            return text;
        }
    }

    private final Map<Why, LongAdder> counts = new EnumMap<>(Why.class); // never changes

    Losses() {
        for (Why why : Why.values()) {
            counts.put(why, new LongAdder());
        }
    }

    void add(Why why) {
        counter(why).increment();
    }

    private LongAdder counter(Why why) {
        return Objects.requireNonNull(counts.get(why));
    }

    /** Those that happened. */
    public Map<Why, Long> counted() {
        Map<Why, Long> all = new EnumMap<>(Why.class);
        for (Why why : Why.values()) {
            long times = counter(why).sum();
            if (times > 0) {
                all.put(why, times);
            }
        }
        return all;
    }
}
