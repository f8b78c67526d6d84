// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import org.jspecify.annotations.Nullable;
import weir.wire.Direction;

/** The presentation contexts of a connection: which interface a number stands for, for each end that calls. */
final class Contexts {

    private static final int MOST = 64;

    private final int[] numbers = new int[MOST];
    private final Encoding[] encodings = new Encoding[MOST];
    private final @Nullable RpcInterface[] interfaces = new @Nullable RpcInterface[MOST];
    private int next;

    /** How arguments are represented. */
    enum Encoding {
        NDR,
        NDR64,
        OTHER
    }

    void open(Direction caller, int number, RpcInterface what, Encoding encoding) {
        int slot = find(caller, number);
        if (slot < 0) {
            slot = next;
            next = next + 1 & MOST - 1;
        }
        numbers[slot] = key(caller, number);
        interfaces[slot] = what;
        encodings[slot] = encoding;
    }

    RpcInterface of(Direction caller, int number) {
        int slot = find(caller, number);
        RpcInterface what = slot < 0 ? null : interfaces[slot];
        return what != null ? what : RpcInterface.UNSEEN;
    }

    Encoding encoding(Direction caller, int number) {
        int slot = find(caller, number);
        return slot < 0 ? Encoding.OTHER : encodings[slot];
    }

    /** A listed interface, one that was opened before, or a new one that is known by its UUID alone. */
    RpcInterface named(long high, long low) {
        RpcInterface listed = Interfaces.of(high, low);
        if (listed != null) {
            return listed;
        }
        for (RpcInterface known : interfaces) {
            if (known != null && known.is(high, low)) {
                return known;
            }
        }
        return new RpcInterface(high, low, Uuid.text(high, low), '-', new RpcOperation[0], null);
    }

    private int find(Direction caller, int number) {
        int key = key(caller, number);
        for (int i = 0; i < MOST; i++) {
            if (interfaces[i] != null && numbers[i] == key) {
                return i;
            }
        }
        return -1;
    }

    private static int key(Direction caller, int number) {
        return number << 1 | caller.ordinal();
    }
}
