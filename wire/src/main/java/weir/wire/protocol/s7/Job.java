// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;

/** What one message asked for, one operation per variable, until it is answered. Holds {@value #MOST} at most. */
final class Job {

    private static final int MOST = 256;

    int key;
    boolean waits;
    long time;
    private int count;
    private @Nullable Operation[] operations = new @Nullable Operation[2];
    private int[] notes = new int[2];

    void begin(int newKey, long asked) {
        key = newKey;
        time = asked;
        waits = true;
        count = 0;
    }

    /** @param note what its answer needs to be read */
    void add(Operation operation, int note) {
        if (count == MOST) {
            return;
        }
        if (count == notes.length) {
            operations = Arrays.copyOf(operations, 2 * count);
            notes = Arrays.copyOf(notes, 2 * count);
        }
        operations[count] = operation;
        notes[count] = note;
        count++;
    }

    int count() {
        return count;
    }

    Operation operation(int index) {
        return java.util.Objects.requireNonNull(operations[index]);
    }

    int note(int index) {
        return notes[index];
    }

    void copy(Job other, int newKey) {
        begin(newKey, other.time);
        for (int i = 0; i < other.count; i++) {
            add(other.operation(i), other.notes[i]);
        }
    }
}
