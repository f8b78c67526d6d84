// SPDX-License-Identifier: Apache-2.0
package weir.analysis.conversation;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import weir.analysis.state.OperationForm;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Operation;
import weir.model.Sighting;

/** How often one operation was seen in one conversation. */
final class Tally {

    final Entry entry;
    final Operation operation;
    /** The identical operation it was last found by. */
    @Nullable
    Operation seenAs;
    /** The one that was seen after it last time. */
    @Nullable
    Tally next;

    long count;
    long first;
    long last;
    long firstPacket;
    long lastPacket;
    long latencies;
    long latencySum;

    /** @param operation with a service that is equal by value */
    Tally(Entry entry, Operation operation) {
        this.entry = entry;
        this.operation = operation;
    }

    void seen(Sighting at) {
        long time = at.time();
        if (count == 0) {
            first = time;
            last = time;
            firstPacket = at.packet();
        }
        first = Math.min(first, time);
        last = Math.max(last, time);
        lastPacket = at.packet();
        count++;
        if (at.latency() >= 0) {
            latencies++;
            latencySum += at.latency();
        }
    }

    void save(StateWriter out) throws IOException {
        OperationForm.save(out, operation);
        out.number(count);
        out.number(first);
        out.number(last - first);
        out.number(firstPacket);
        out.number(lastPacket);
        out.number(latencies);
        out.number(latencySum);
    }

    static Tally load(Entry entry, StateReader in) throws IOException {
        Tally tally = new Tally(entry, OperationForm.load(in));
        tally.count = in.number();
        tally.first = in.number();
        tally.last = tally.first + in.number();
        tally.firstPacket = in.number();
        tally.lastPacket = in.number();
        tally.latencies = in.number();
        tally.latencySum = in.number();
        return tally;
    }
}
