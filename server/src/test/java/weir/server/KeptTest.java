// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.analysis.Detectors;
import weir.analysis.baseline.Baseline;
import weir.analysis.detect.Memory;
import weir.analysis.detect.Watch;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Finding;
import weir.model.Severity;
import weir.server.input.CaptureRun;
import weir.server.input.Progress;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;
import weir.wire.SinkOptions;
import weir.wire.sensor.Sensor;

/** Who learned one capture and was restarted judges the next one as if he had not been. */
class KeptTest {

    private static final int CUTS = 3;

    @TempDir
    Path folder;

    @NeedsCorpus
    @ParameterizedTest
    @ValueSource(strings = {"modbus", "s7comm", "enip", "dnp3", "bacnet"})
    void what_was_learned_of_a_real_capture_judges_its_rest_after_a_restart(String protocol) throws IOException {
        List<Corpus.Capture> captures = Corpus.captures().stream()
                .filter(c -> c.path().startsWith(protocol + "/") && c.packets() > 300 && c.packets() < 40_000)
                .sorted((a, b) -> Double.compare(b.seconds(), a.seconds()))
                .limit(2)
                .toList();
        assertThat(captures).isNotEmpty();
        for (Corpus.Capture capture : captures) {
            List<Recorded> frames = Recorded.all(capture.file());
            Random random = new Random(protocol.hashCode());
            for (int cut = 0; cut < CUTS; cut++) {
                int at = frames.size() / 4 + random.nextInt(frames.size() / 2);
                Path one = Recorded.write(folder.resolve("one.pcap"), frames.subList(0, at));
                Path other = Recorded.write(folder.resolve("other.pcap"), frames.subList(at, frames.size()));
                Watch again = restarted(learned(one));
                List<Finding> claims = claims(again, other);
                assertThat(claims)
                        .as(capture.path() + " cut at " + at)
                        .isEqualTo(claims(learned(one).judge(), other).stream()
                                .filter(f -> !isOfTheAbsent(again, f))
                                .toList());
            }
        }
    }

    private static Watch learned(Path capture) throws IOException {
        Watch watch = new Watch(new Baseline(), Detectors.all()).learn();
        show(watch, capture);
        return watch;
    }

    private static Watch restarted(Watch watch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(bytes);
        StateWriter out = new StateWriter(file);
        watch.baseline().save(out);
        out.flush();
        watch.memory().save(file);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        Watch again = new Watch(Baseline.load(new StateReader(in)), Detectors.all());
        assertThat(again.recall(Memory.load(in))).isEmpty();
        return again;
    }

    private static void show(Watch watch, Path capture) throws IOException {
        Sensor sensor = new Sensor(capture.toString(), watch, SinkOptions.PLAIN.withPoints());
        new CaptureRun(List.of(capture), InputStream.nullInputStream())
                .through(sensor, new Progress(System.err, false), () -> false);
        sensor.finish();
    }

    /** Who is not seen again at all after a restart is not missed: he may be out of sight. */
    private static boolean isOfTheAbsent(Watch watch, Finding finding) {
        return finding.detector().equals("BL-09")
                && watch.baseline().edges().stream()
                        .anyMatch(e -> e.last() == 0
                                && e.client().address().equals(finding.source())
                                && e.server().address().equals(finding.target().address()));
    }

    /**
     * What is claimed of a capture, in order; but for records: a usual operation is shown once more after a restart, as
     * in each capture.
     */
    private static List<Finding> claims(Watch watch, Path capture) throws IOException {
        int before = watch.findings().size();
        show(watch, capture);
        return watch.findings().stream()
                .skip(before)
                .filter(f -> f.severity() != Severity.INFO)
                .toList();
    }
}
