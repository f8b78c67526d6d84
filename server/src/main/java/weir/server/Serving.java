// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import weir.analysis.detect.Detector;
import weir.server.api.Door;
import weir.server.api.IdentityRoutes;
import weir.server.api.Route;
import weir.server.api.SessionEntrance;
import weir.server.api.SiteRoutes;
import weir.server.api.Ways;
import weir.server.casework.Casework;
import weir.server.identity.Directory;
import weir.server.identity.PasswordHash;
import weir.server.identity.signin.Gatehouse;
import weir.server.imports.Imports;
import weir.server.imports.WatchedFolder;
import weir.server.input.Stop;
import weir.server.site.Site;
import weir.server.tls.Machine;
import weir.server.tls.ServerTls;
import weir.store.Store;
import weir.wire.Protocol;

/** A server that runs: its parts, put together, and taken apart again in the other order. */
final class Serving implements AutoCloseable {

    /** Bytes of one capture. */
    private static final long LARGEST_CAPTURE = 16L << 30;

    private static final int LOOK_EACH_MILLIS = 200;
    private static final int SWEEP_EACH = 60_000 / LOOK_EACH_MILLIS;

    /**
     * What whoever starts it wishes.
     *
     * @param certificate null for an authority of its own
     * @param store null for a file in the folder
     * @param watched null for no folder from which captures are taken
     */
    record Wishes(
            Path data,
            String address,
            int port,
            @Nullable Path certificate,
            @Nullable Path key,
            @Nullable String store,
            @Nullable Path watched) {}

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final BiConsumer<String, Throwable> problems;
    private final String address;
    private final Gatehouse gate;
    private final ServerTls tls;
    private final Imports imports;
    private final Door door;

    private Serving(
            Wishes wishes,
            List<Protocol> protocols,
            List<Detector> detectors,
            InstantSource clock,
            BiConsumer<String, Throwable> problems)
            throws IOException {
        this.problems = problems;
        address = wishes.address();
        try {
            DataFolder folder = opened(DataFolder.take(wishes.data()));
            Store store = opened(folder.open(wishes.store()));
            gate = Gatehouse.open(store, wishes.data(), PasswordHash.ITERATIONS, Directory.NONE, Map.of(), clock);
            tls = tls(wishes, clock);
            Site site = new Site(VendorList.load(), protocols, detectors);
            imports = opened(new Imports(site, store, folder.of("captures"), LARGEST_CAPTURE, problems));
            if (wishes.watched() != null) {
                opened(new WatchedFolder(wishes.watched(), imports, store, problems));
            }
            SessionEntrance entrance = new SessionEntrance(gate.sessions(), gate.tokens(), gate.audit());
            List<Route> routes = new ArrayList<>(IdentityRoutes.of(gate, new Ways("Weir", null, null)));
            routes.addAll(SiteRoutes.of(site, new Casework(store), imports, entrance, clock));
            door = opened(new Door(address, wishes.port(), tls.context(), entrance, routes, problems::accept));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    static Serving start(
            Wishes wishes,
            List<Protocol> protocols,
            List<Detector> detectors,
            InstantSource clock,
            BiConsumer<String, Throwable> problems)
            throws IOException {
        return new Serving(wishes, protocols, detectors, clock, problems);
    }

    private ServerTls tls(Wishes wishes, InstantSource clock) throws IOException {
        if (wishes.certificate() != null && wishes.key() != null) {
            return ServerTls.given(wishes.certificate(), wishes.key(), clock);
        }
        return ServerTls.own(wishes.data(), gate.sealer(), Machine.here(), clock, new SecureRandom());
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    int port() {
        return door.port();
    }

    String url() {
        return "https://" + (address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address) + ":" + port();
    }

    String fingerprint() throws IOException {
        return tls.fingerprint();
    }

    ServerTls tls() {
        return tls;
    }

    Imports imports() {
        return imports;
    }

    /** The secret of the link that makes the first administrator; none where there is one. */
    Optional<String> firstLink() throws IOException {
        return gate.links().first();
    }

    /** Keeps house each minute, until the user wishes to stop. */
    void runUntil(Stop stop) throws InterruptedException {
        for (int looks = 1; !stop.wished(); looks++) {
            Thread.sleep(LOOK_EACH_MILLIS);
            if (looks % SWEEP_EACH == 0) {
                keepHouse();
            }
        }
    }

    private void keepHouse() {
        try {
            gate.sweep();
            tls.renew();
        } catch (IOException e) {
            problems.accept("keeping house", e);
        }
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                problems.accept("stopping", e);
            }
        }
    }
}
