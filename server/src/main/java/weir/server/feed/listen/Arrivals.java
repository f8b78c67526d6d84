// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Messages that wait between those who receive and the one who reads. */
final class Arrivals {

    /** Letters of all that wait: as many messages as may wait could otherwise fill the memory. */
    private static final long MOST_LETTERS = 16L << 20;

    private final int most;
    private final ArrayDeque<Arrival> waiting = new ArrayDeque<>(); // at most so many
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final Condition room = lock.newCondition();
    private long letters;
    private int atTheDoor;
    private boolean closed;

    Arrivals(int most) {
        this.most = most;
    }

    /** False where there is no room, or others wait for it. */
    boolean offer(Arrival arrival) {
        lock.lock();
        try {
            if (isFull() || atTheDoor > 0 || closed) {
                return false;
            }
            add(arrival);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for room; false when there will be none any more. */
    boolean put(Arrival arrival) throws InterruptedException {
        lock.lockInterruptibly();
        atTheDoor++;
        try {
            while (isFull() && !closed) {
                room.await();
            }
            if (!closed) {
                add(arrival);
            }
            return !closed;
        } finally {
            atTheDoor--;
            lock.unlock();
        }
    }

    /** The one that came first, null where none comes in time. */
    @Nullable
    Arrival next(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (waiting.isEmpty() && left > 0 && !closed) {
                left = some.awaitNanos(left);
            }
            Arrival first = waiting.poll();
            if (first != null) {
                letters -= first.text().length();
                room.signalAll();
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what waits can still be read. */
    void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
            some.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return waiting.size() >= most || letters >= MOST_LETTERS;
    }

    private void add(Arrival arrival) {
        waiting.add(arrival);
        letters += arrival.text().length();
        some.signal();
    }
}
