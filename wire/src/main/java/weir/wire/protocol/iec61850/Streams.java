// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec61850;

import weir.wire.Sink;

/** The streams of samples that one publisher sends. */
final class Streams {

    /** Streams remembered; a further one takes the place of the one remembered longest. */
    private static final int MOST = 32;

    private static final long TELL_EVERY = 1_000_000_000L;

    private final Stream[] streams = new Stream[MOST];
    private int count;
    private int next;

    Stream of(String name) {
        for (int i = 0; i < count; i++) {
            if (streams[i].name.equals(name)) {
                return streams[i];
            }
        }
        int at = next;
        next = (next + 1) % MOST;
        count = Math.max(count, at + 1);
        streams[at] = new Stream(name);
        return streams[at];
    }

    /** One stream: what was last seen of it, and what went wrong since it was last told. */
    static final class Stream {

        private final String name;
        private boolean seen;
        private long told;
        private int last;
        private int size;
        private long revision;
        private String clock = "";
        private long missing;
        private long backwards;

        Stream(String name) {
            this.name = name;
        }

        void sample(SampleUnit unit, Sink out) {
            if (seen) {
                order(unit.count());
            }
            last = unit.count();
            boolean changed = !seen
                    || unit.revision() != revision
                    || unit.size() != size
                    || !unit.clock().equals(clock);
            long since = out.time() - told;
            if (!changed && since < TELL_EVERY && since >= 0) {
                return;
            }
            seen = true;
            revision = unit.revision();
            size = unit.size();
            clock = unit.clock();
            tell(unit, out);
        }

        /** The count begins again with each second; how many there are in one is not said. */
        private void order(int sample) {
            int step = sample - last;
            if (step > 1) {
                missing += step - 1;
            } else if (step < 1 && sample != 0) {
                backwards++;
            }
        }

        private void tell(SampleUnit unit, Sink out) {
            told = out.time();
            out.notice(SampledValues.Event.SAMPLES)
                    .space("stream")
                    .symbol(name)
                    .qualifier(clock)
                    .tell();
            unit.points(out);
            if (missing > 0) {
                out.violation("samples_missing", missing);
            }
            if (backwards > 0) {
                out.violation("sample_count_backwards", backwards);
            }
            missing = 0;
            backwards = 0;
        }
    }
}
