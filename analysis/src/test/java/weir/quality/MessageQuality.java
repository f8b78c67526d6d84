// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import weir.model.Finding;
import weir.model.Severity;

/** Recordings of MMS and IEC 104 of which only tables of messages are published. */
final class MessageQuality {

    private static final long MINUTE = 60_000_000_000L;

    private record Window(String name, String from, String to) {}

    private final Path datasets;
    private final Page page;

    MessageQuality(Path datasets, Page page) {
        this.datasets = datasets;
        this.page = page;
    }

    void write() throws IOException {
        page.title("Tables of messages");
        page.words(
                "Recordings of MMS and IEC 104 of which no captures are published; each message is told to the detection"
                        + " engine as its decoder would tell it. Findings of severity medium and above count. MMS is learned from the"
                        + " whole of the normal recording, or its first 30 minutes to judge the rest; IEC 104 from the first half.");
        page.head("recording", "expected", "found", "false findings");
        Path mms = datasets.resolve("mms");
        MessageTable normal = MessageTable.mms(mms.resolve("gics-normal.csv"));
        long half = MessageTable.clock("07:38:31");
        halves("MMS normal, minutes 30 to 95", normal, half);
        attacked(
                "MMS scanning",
                normal,
                MessageTable.mms(mms.resolve("gics-scanning.csv")),
                List.of(new Window("scan", "07:50:41", "07:53:01")));
        attacked(
                "MMS modified",
                normal,
                MessageTable.mms(mms.resolve("gics-modified.csv")),
                List.of(
                        new Window("writes", "07:26:31", "07:27:12"),
                        new Window("cancel requests", "08:10:51", "08:13:52")));
        MessageTable iec = MessageTable.iec104(datasets.resolve("iec104/mega104-14-12-18.csv"));
        halves("IEC 104 normal, second half", iec, iec.messages().getLast().time() / 2);
    }

    private void halves(String name, MessageTable table, long until) {
        Optional<Engine> engine = Engine.fresh();
        if (engine.isEmpty()) {
            page.row(name, Page.NONE, "", "");
            return;
        }
        engine.get().learn().run();
        table.tell(engine.get().observer(), 0, until);
        engine.get().judge().run();
        table.tell(engine.get().observer(), until, Long.MAX_VALUE);
        long wrong =
                serious(engine.get()).stream().filter(f -> f.start() >= until).count();
        page.row(name, "nothing", "", wrong);
    }

    private void attacked(String name, MessageTable normal, MessageTable judged, List<Window> windows) {
        Optional<Engine> engine = Engine.fresh();
        if (engine.isEmpty()) {
            page.row(name, Page.NONE, "", "");
            return;
        }
        // the attacked recording is a day later, so that it follows what was learned
        long day = 1440 * MINUTE;
        engine.get().learn().run();
        normal.tell(engine.get().observer(), 0, Long.MAX_VALUE);
        engine.get().judge().run();
        List<MessageTable.Message> later = judged.messages().stream()
                .map(m -> new MessageTable.Message(
                        m.time() + day, m.from(), m.fromPort(), m.to(), m.toPort(), m.client(), m.operation()))
                .toList();
        new MessageTable(later).tell(engine.get().observer(), 0, Long.MAX_VALUE);
        List<Finding> findings =
                serious(engine.get()).stream().filter(f -> f.end() >= day).toList();
        List<String> found = windows.stream()
                .filter(w -> findings.stream().anyMatch(f -> within(f, w, day)))
                .map(Window::name)
                .toList();
        long wrong = findings.stream()
                .filter(f -> windows.stream().noneMatch(w -> within(f, w, day)))
                .count();
        page.row(name, String.join(", ", windows.stream().map(Window::name).toList()), String.join(", ", found), wrong);
    }

    private static List<Finding> serious(Engine engine) {
        return engine.findings().get().stream()
                .filter(f -> f.severity().compareTo(Severity.MEDIUM) >= 0)
                .toList();
    }

    private static boolean within(Finding finding, Window window, long day) {
        return finding.start() <= MessageTable.clock(window.to()) + day + MINUTE
                && finding.end() >= MessageTable.clock(window.from()) + day;
    }
}
