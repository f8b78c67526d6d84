// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import weir.server.json.FlatObject;
import weir.store.Change;
import weir.store.Kept;
import weir.store.Line;
import weir.store.Store;
import weir.store.View;

/**
 * The audit. An act and its entry are one change of the store: neither is there without the other. After each entry the
 * head of the log is signed, so that a tail taken away is missed; each 256 entries, and each hour in which there was one,
 * a signed checkpoint stands in the log itself, for copies of it elsewhere.
 */
public final class AuditLog {

    static final String LOG = "audit";
    static final String SHELF = "audit";
    static final String HEAD = "head";
    static final String START = "start";

    private static final int ENTRIES = 256;
    private static final Duration TIME = Duration.ofHours(1);

    private final Store store;
    private final InstantSource clock;
    private final AuditKey key;

    public AuditLog(Store store, InstantSource clock, AuditKey key) {
        this.store = store;
        this.clock = clock;
        this.key = key;
    }

    /** An act that changes nothing else in the store. */
    public void record(Entry entry) throws IOException {
        store.change(change -> {
            append(change, entry);
            return true;
        });
    }

    /** Part of the change that is the act. */
    public void append(Change change, Entry entry) throws IOException {
        String at = clock.instant().toString();
        Actor by = entry.by();
        put(
                change,
                at,
                FlatObject.empty()
                        .set("by", by.account())
                        .set("name", by.name())
                        .set("address", by.address())
                        .set("act", entry.act().written())
                        .set("target", entry.target())
                        .set("outcome", entry.outcome().written())
                        .set("detail", entry.detail()));
        checkpointIfDue(change);
    }

    /** A checkpoint now, as at a stop or before a copy is taken. */
    public void checkpoint() throws IOException {
        store.change(change -> {
            checkpoint(change);
            return true;
        });
    }

    /** Takes away the entries up to and with this number; that this was done is an entry of its own. */
    public void shorten(Actor by, long upTo) throws IOException {
        store.change(change -> {
            append(change, Entry.done(by, Act.AUDIT_SHORTENED, "audit", "entries up to " + upTo + " taken away"));
            Optional<Line> last = change.lines(LOG, upTo - 1, 1).stream().findFirst();
            if (last.isEmpty() || last.get().number() != upTo) {
                throw new IOException("audit: there is no entry " + upTo);
            }
            String at = clock.instant().toString();
            Seal start = Seal.made(START, upTo, Chain.hash(last.get().body()), at, key);
            change.put(SHELF, START, start.written());
            change.forget(LOG, upTo);
            return true;
        });
    }

    private void checkpointIfDue(Change change) throws IOException {
        Optional<Kept> last = change.get(SHELF, "checkpoint");
        long head = head(change).number();
        if (last.isEmpty()) {
            checkpoint(change);
            return;
        }
        Seal seal = Seal.read("audit/checkpoint", last.get().body());
        Instant due = Instant.parse(seal.at()).plus(TIME);
        if (head - seal.number() >= ENTRIES || !clock.instant().isBefore(due)) {
            checkpoint(change);
        }
    }

    private void checkpoint(Change change) throws IOException {
        Place head = head(change);
        String at = clock.instant().toString();
        Seal seal = Seal.made("checkpoint", head.number(), head.hash(), at, key);
        put(change, at, seal.in(FlatObject.empty()));
        change.put(SHELF, "checkpoint", seal.written());
    }

    private void put(Change change, String at, FlatObject content) throws IOException {
        Place before = head(change);
        long number = before.number() + 1;
        FlatObject entry =
                FlatObject.empty().set("number", number).set("at", at).all(content);
        String line = Chain.line(entry, before.hash());
        if (change.append(LOG, line).number() != number) {
            throw new IOException("audit: the log and its numbers do not agree; weir audit verify says where");
        }
        change.put(
                SHELF, HEAD, Seal.made(HEAD, number, Chain.hash(line), at, key).written());
    }

    private static Place head(View view) throws IOException {
        Optional<Kept> head = view.get(SHELF, HEAD);
        if (head.isEmpty()) {
            return new Place(0, Chain.BEGINNING);
        }
        Seal seal = Seal.read("audit/head", head.get().body());
        return new Place(seal.number(), seal.hash());
    }

    private record Place(long number, String hash) {}
}
