// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import weir.store.Change;
import weir.store.Store;

/** A change that was asked for, and what came of it. */
final class Asked<T> {

    private final Store.Work<Change, T> work;
    private final CompletableFuture<Result<T>> done = new CompletableFuture<>();
    private @Nullable Result<T> result;
    private @Nullable Throwable thrown;

    /** What a work gave; in a record of its own since that can be null. */
    private record Result<T>(T value) {}

    Asked(Store.Work<Change, T> work) {
        this.work = work;
    }

    /** Does the work, in the thread that changes; what it threw, or what went wrong at the database behind its back. */
    @Nullable
    Throwable attempt(SqlChange change) {
        try {
            result = new Result<>(work.with(change));
            thrown = change.failure();
        } catch (Throwable e) { // it is thrown on to the one who asked
            thrown = e;
        }
        return thrown;
    }

    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** The change was committed, or its own work threw: tells the one who waits. */
    void answer() {
        if (thrown != null) {
            done.completeExceptionally(thrown);
        } else if (result != null) {
            done.complete(result);
        }
    }

    /** The change was not committed for this reason, except where its own work threw. */
    void refuse(IOException why) {
        done.completeExceptionally(thrown == null ? why : thrown);
    }

    /** Waits for what came of it, also where the thread is interrupted: a change that was begun is not taken back. */
    T await() throws IOException {
        try {
            return done.join().value();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }
}
