// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weir.analysis.Detectors;
import weir.server.api.Browser;
import weir.server.api.Browser.Reply;
import weir.server.imports.Import;
import weir.server.input.PolicyFile;
import weir.server.json.Json;
import weir.server.tls.Trusting;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;
import weir.wire.sensor.Protocols;

/** The whole server, with its store, over TLS, on the sample of a plant. */
@Timeout(300)
class ServingTest {

    private static final String PASSWORD = "four words in a row";
    private static final Path SAMPLE =
            Path.of(System.getProperty("weir.root", "..")).resolve("samples/plant.pcapng");

    /** Malformed requests and uploads; the long run is asked for with -Dweir.malformed=100000. */
    private static final int MALFORMED = Integer.getInteger("weir.malformed", 300);

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
    private @Nullable Serving serving;

    private Serving start(@Nullable Path watched) throws IOException {
        PolicyFile nothing = PolicyFile.NONE;
        serving = Serving.start(
                new Serving.Wishes(folder.resolve("data"), "localhost", 0, null, null, null, watched, List.of()),
                Protocols.all(),
                Detectors.all(nothing.settings(), nothing.policy(), List.of(), List.of()),
                InstantSource.system(),
                (where, what) -> problems.add(where + ": " + what));
        return serving;
    }

    @AfterEach
    void end() {
        if (serving != null) {
            serving.close();
        }
        assertThat(problems).isEmpty();
    }

    private static Browser browser(Serving of) throws Exception {
        return new Browser(Trusting.in(of.tls().authority().orElseThrow()), of.port());
    }

    /** The first administrator, who is also an engineer. */
    private static Browser boss(Serving of) throws Exception {
        Browser boss = browser(of);
        String link = of.firstLink().orElseThrow();
        boss.ask("POST", "/api/v1/session/link", Json.text(Map.of("link", link, "name", "boss", "password", PASSWORD)));
        assertThat(boss.signIn("boss", PASSWORD, "").status()).isEqualTo(200);
        return boss;
    }

    private static void giveSample(Serving to, Browser by) throws Exception {
        Reply taken = by.give("/api/v1/imports?name=plant.pcapng", Files.readAllBytes(SAMPLE));
        assertThat(taken.status()).isEqualTo(202);
        to.imports().await();
        Thread.sleep(1_100); // what is known is at most a second old
    }

    private static String id(Map<String, Object> item) {
        return URLEncoder.encode(String.valueOf(item.get("id")).replace('/', '~'), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    @Test
    void a_capture_that_is_given_is_answered_for_as_the_contract_says() throws Exception {
        Serving of = start(null);
        Browser boss = boss(of);
        giveSample(of, boss);
        Reply site = boss.ask("GET", "/api/v1/site", "");
        assertThat(site.body()).containsEntry("assets", 16L).containsEntry("packets", 4527L);
        for (String list : List.of("assets", "conversations", "points", "findings", "incidents", "imports")) {
            List<Map<String, Object>> items =
                    boss.ask("GET", "/api/v1/" + list, "").items();
            assertThat(items).as(list).isNotEmpty();
            for (Map<String, Object> item : items) {
                Reply one = boss.ask("GET", "/api/v1/" + list + "/" + id(item), "");
                assertThat(one.text("id")).isEqualTo(item.get("id"));
            }
        }
        Map<String, Object> point =
                boss.ask("GET", "/api/v1/points", "").items().getFirst();
        assertThat(boss.ask("GET", "/api/v1/points/" + id(point) + "/values", "")
                        .items())
                .isNotEmpty();
        assertThat(boss.ask("GET", "/api/v1/search?q=10.20", "").items()).isNotEmpty();
        assertThat(boss.ask("GET", "/api/v1/map", "").body()).containsKeys("areas", "nodes", "edges");
        assertThat(boss.ask("GET", "/api/v1/coverage", "").items()).hasSizeGreaterThan(50);
        assertThat(boss.ask("GET", "/openapi.json", "").text("openapi")).isEqualTo("3.1.0");
        assertThat(boss.ask("GET", "/metrics", "").whole().body()).contains("weir_packets_total 4527\n");
    }

    @Test
    void lists_come_in_parts_without_gap_or_double() throws Exception {
        Serving of = start(null);
        Browser boss = boss(of);
        giveSample(of, boss);
        List<Map<String, Object>> whole =
                boss.ask("GET", "/api/v1/conversations?limit=1000", "").items();
        java.util.ArrayList<Map<String, Object>> parts = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Reply part = boss.ask("GET", "/api/v1/conversations?limit=7&cursor=" + cursor, "");
            parts.addAll(part.items());
            cursor = part.body().containsKey("next") ? part.text("next") : "";
        } while (!cursor.isEmpty());
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void work_on_an_incident_is_kept_and_known_after_a_restart() throws Exception {
        Serving of = start(null);
        Browser boss = boss(of);
        giveSample(of, boss);
        Map<String, Object> incident =
                boss.ask("GET", "/api/v1/incidents", "").items().getFirst();
        String path = "/api/v1/incidents/" + id(incident);
        boss.ask("POST", path + "/comments", "{\"text\":\"asked the shift leader\"}");
        assertThat(boss.ask("POST", path + "/close", "{\"reason\":\"a planned test\"}")
                        .text("state"))
                .isEqualTo("closed");
        Map<String, @Nullable Object> before =
                boss.ask("GET", "/api/v1/site", "").body();
        of.close();
        Serving again = start(null);
        assertThat(again.firstLink()).isEmpty();
        again.imports().await();
        Thread.sleep(1_100);
        Browser back = browser(again);
        back.signIn("boss", PASSWORD, "");
        assertThat(back.ask("GET", "/api/v1/site", "").body()).isEqualTo(before);
        Reply known = back.ask("GET", path, "");
        assertThat(known.text("state")).isEqualTo("closed");
        assertThat(known.text("comments")).contains("asked the shift leader");
    }

    @Test
    void packets_of_a_finding_come_as_a_capture() throws Exception {
        Serving of = start(null);
        Browser boss = boss(of);
        giveSample(of, boss);
        Map<String, Object> finding =
                boss.ask("GET", "/api/v1/findings", "").items().getFirst();
        long number = (Long) Objects.requireNonNull(finding.get("firstPacket"));
        byte[] capture;
        try (InputStream in = boss.open("/api/v1/findings/" + id(finding) + "/packets")) {
            capture = in.readAllBytes();
        }
        try (FrameSource excerpt = Captures.open("excerpt", new ByteArrayInputStream(capture));
                FrameSource whole = Captures.open(List.of(SAMPLE), InputStream.nullInputStream())) {
            Frame cut = new Frame();
            Frame original = new Frame();
            long frames = 0;
            while (whole.next(original)) {
                if (original.packet >= number - 50 && excerpt.next(cut)) {
                    frames++;
                    assertThat(cut.time).isEqualTo(original.time);
                    assertThat(cut.length).isEqualTo(original.length);
                    assertThat(new String(cut.data, cut.offset, cut.captured, StandardCharsets.ISO_8859_1))
                            .isEqualTo(new String(
                                    original.data, original.offset, original.captured, StandardCharsets.ISO_8859_1));
                }
            }
            assertThat(frames).isGreaterThan(50);
            assertThat(excerpt.next(cut)).isFalse();
            assertThat(excerpt.damages()).isEmpty();
        }
    }

    @Test
    void a_live_view_tells_of_news_and_ends_when_its_account_is_locked() throws Exception {
        Serving of = start(null);
        Browser boss = boss(of);
        Reply anna = boss.ask("POST", "/api/v1/accounts", "{\"name\":\"anna\",\"roles\":[\"viewer\"]}");
        String invitation = boss.ask("POST", "/api/v1/accounts/" + anna.text("id") + "/link", "")
                .text("link");
        Browser annas = browser(of);
        annas.ask("POST", "/api/v1/session/link", Json.text(Map.of("link", invitation, "password", PASSWORD + "!")));
        annas.signIn("anna", PASSWORD + "!", "");
        try (InputStream live = annas.open("/api/v1/events")) {
            giveSample(of, boss);
            byte[] told = new byte[2_000];
            int length = 0;
            while (!new String(told, 0, length, StandardCharsets.UTF_8).contains("\"packets\":4527")) {
                int n = live.read(told, length, told.length - length);
                assertThat(n).isPositive();
                length += n;
            }
            boss.ask("PATCH", "/api/v1/accounts/" + anna.text("id"), "{\"locked\":true}");
            long locked = System.nanoTime();
            assertThat(live.readAllBytes().length).isLessThan(500);
            assertThat(Duration.ofNanos(System.nanoTime() - locked)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void a_capture_written_into_the_watched_folder_is_taken_once() throws Exception {
        Path watched = Files.createDirectories(folder.resolve("in"));
        Serving of = start(watched);
        Files.copy(SAMPLE, watched.resolve("monday.pcapng"));
        Files.writeString(watched.resolve(".hidden"), "not this");
        waitForImports(of, 1);
        of.close();
        Serving again = start(watched);
        Thread.sleep(3_500);
        assertThat(again.imports().all()).extracting(Import::name).containsExactly("monday.pcapng");
    }

    private static void waitForImports(Serving of, int many) throws InterruptedException {
        while (of.imports().all().size() < many) {
            Thread.sleep(50);
        }
        of.imports().await();
    }

    @Test
    void a_backup_of_the_running_server_becomes_another_server() throws Exception {
        Serving of = start(null);
        Browser boss = boss(of);
        giveSample(of, boss);
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        assertThat(Main.line(InputStream.nullInputStream(), java.io.OutputStream.nullOutputStream(), () -> false)
                        .execute("backup", "--data", data.toString(), backup.toString()))
                .isZero();
        of.close();
        Path moved = folder.resolve("data-of-before");
        Files.move(data, moved);
        assertThat(Main.line(InputStream.nullInputStream(), java.io.OutputStream.nullOutputStream(), () -> false)
                        .execute("restore", "--data", data.toString(), backup.toString()))
                .isZero();
        for (String key : List.of("weir.key", "audit.key", "audit.pub", "ca.key", "ca.pem")) {
            Files.copy(moved.resolve(key), data.resolve(key));
        }
        Files.move(moved.resolve("captures"), data.resolve("captures"));
        Serving again = start(null);
        assertThat(browser(again).signIn("boss", PASSWORD, "").status()).isEqualTo(200);
        assertThat(again.imports().all()).hasSize(1);
    }

    @Test
    void two_servers_do_not_share_a_folder() throws Exception {
        start(null);
        assertThatThrownBy(() -> Serving.start(
                        new Serving.Wishes(folder.resolve("data"), "localhost", 0, null, null, null, null, List.of()),
                        Protocols.all(),
                        List.of(),
                        InstantSource.system(),
                        (where, what) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another server");
    }

    @Test
    @Timeout(7_200)
    void malformed_requests_are_refused_and_none_is_a_defect() throws Exception {
        Serving of = start(null);
        Browser boss = boss(of);
        giveSample(of, boss);
        Random random = new Random(5);
        List<String> paths = List.of(
                "/api/v1/assets",
                "/api/v1/points/x",
                "/api/v1/incidents/y/join",
                "/api/v1/session",
                "/api/v1/search",
                "/api/v1/imports/z",
                "/api/v1/accounts",
                "/api/v1/tokens",
                "/api/v1/session/password",
                "/metrics");
        List<String> methods = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD");
        for (int i = 0; i < MALFORMED; i++) {
            String query = URLEncoder.encode(noise(random, 12), StandardCharsets.UTF_8);
            String path =
                    paths.get(random.nextInt(paths.size())) + "?limit=" + query + "&cursor=" + query + "&q=" + query;
            String body = random.nextBoolean() ? noise(random, 200) : "{\"text\":" + noise(random, 20) + "}";
            Reply reply = boss.ask(methods.get(random.nextInt(methods.size())), path, body);
            assertThat(reply.status()).as(path + " " + body).isBetween(200, 499);
        }
    }

    private static String noise(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    @Timeout(7_200)
    void malformed_uploads_are_read_as_far_as_they_go_and_none_is_a_defect() throws Exception {
        Serving of = start(null);
        Browser boss = boss(of);
        byte[] sample = Files.readAllBytes(SAMPLE);
        Random random = new Random(6);
        int many = Math.max(30, MALFORMED / 10);
        for (int i = 0; i < many; i++) {
            byte[] broken = java.util.Arrays.copyOf(sample, random.nextInt(20_000));
            for (int j = 0; j < 1 + broken.length / 500; j++) {
                if (broken.length > 0) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
            }
            Reply reply = boss.give("/api/v1/imports?name=broken" + i, broken);
            assertThat(reply.status()).isIn(202, 409);
        }
        of.imports().await();
        assertThat(of.imports().all())
                .allSatisfy(
                        i -> assertThat(i.state()).isIn(Import.State.DONE, Import.State.DAMAGED, Import.State.REFUSED));
        assertThat(boss.ask("GET", "/api/v1/site", "").status()).isEqualTo(200);
    }
}
