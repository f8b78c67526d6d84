// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import org.jspecify.annotations.Nullable;

/** An interface: its name, its operations, what their answers end with, and who can read their arguments. */
final class RpcInterface {

    /** Of calls in a context whose opening was not seen. */
    static final RpcInterface UNSEEN = new RpcInterface(0, 0, "", '-', new RpcOperation[0], null);

    final long high;
    final long low;
    final String name;
    /** {@code w}, {@code n}, {@code h} or {@code -}, see {@link Statuses}. */
    final char statuses;

    final @Nullable StubReader reader;
    private final @Nullable RpcOperation[] operations;

    RpcInterface(
            long high,
            long low,
            String name,
            char statuses,
            @Nullable RpcOperation[] operations,
            @Nullable StubReader reader) {
        this.high = high;
        this.low = low;
        this.name = name;
        this.statuses = statuses;
        this.operations = operations;
        this.reader = reader;
    }

    RpcOperation operation(int number) {
        RpcOperation listed = number < operations.length ? operations[number] : null;
        return listed != null ? listed : RpcOperation.unlisted(number);
    }

    boolean is(long otherHigh, long otherLow) {
        return high == otherHigh && low == otherLow;
    }
}
