// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;

/** What is told of a capture is told of the same packets as a worse tap would have taken them, see {@link Disturbed}. */
class DetectionPropertiesTest {

    private static final int SEEDS = 2;

    /** So many frames of the sample change places at least. */
    private static final int MANY = 100;

    @TempDir
    Path folder;

    /** A way to disturb a capture. */
    private interface Disturbance {
        List<Recorded> of(List<Recorded> frames);
    }

    @Test
    void of_the_sample_the_same_is_told() throws IOException {
        List<Recorded> frames = Recorded.all(Weir.SAMPLE);
        Told told = told(frames);
        assertThat(told.incidents()).isNotEmpty();
        sameIsTold(frames, told);
        assertThat(new Disturbed(1).doubled(frames)).hasSizeGreaterThan(frames.size() * 5 / 4);
        assertThat(moved(frames, new Disturbed(1).overtaking(frames))).isGreaterThan(MANY);
        assertThat(moved(frames, new Disturbed(1).overtakingBeforeTheClock(frames)))
                .isGreaterThan(MANY);
        assertThat(moved(frames, new Disturbed(1).segmentsOvertaking(frames))).isPositive();
    }

    /** Frames that are not where they were. */
    private static int moved(List<Recorded> frames, List<Recorded> disturbed) {
        int moved = 0;
        for (int i = 0; i < frames.size(); i++) {
            moved += Arrays.equals(frames.get(i).data(), disturbed.get(i).data()) ? 0 : 1;
        }
        return moved;
    }

    @NeedsCorpus
    @ParameterizedTest
    @ValueSource(
            strings = {
                "coap/ndpi__coap_mqtt.pcap",
                "dnp3/ndpi__dnp3.pcapng",
                "dnp3/suriverify__dnp3-max-points.pcap",
                "fins/ndpi__fins.pcapng",
                "it-attack/ndpi__synscan.pcap",
                "melsec/iti__melsoft_UDP_clean_1.pcap",
                "modbus/lemay__CnC_uploading_exe_modbus_6RTU_with_operate.pcap",
                "s7comm/iti__s7comm_reading_plc_status.pcap"
            })
    void of_a_real_capture_the_same_is_told(String capture) throws IOException {
        List<Recorded> frames = Recorded.all(Corpus.folder().resolve(capture));
        Told told = told(frames);
        assertThat(told.incidents()).isNotEmpty();
        sameIsTold(frames, told);
    }

    private void sameIsTold(List<Recorded> frames, Told told) throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Disturbed by = new Disturbed(seed);
            same(frames, told, "packets that come twice", by::doubled);
            same(frames, told, "packets that overtake others", by::overtaking);
            same(frames, told, "packets that overtake others before the clock", by::overtakingBeforeTheClock);
            same(frames, told, "segments that overtake others", by::segmentsOvertaking);
        }
    }

    private void same(List<Recorded> frames, Told told, String what, Disturbance disturbance) throws IOException {
        List<Recorded> disturbed = disturbance.of(frames);
        Told again = told(disturbed);
        assertThat(again.incidents()).as("incidents of " + what).isEqualTo(told.incidents());
        assertThat(again.findings()).as("findings of " + what).isEqualTo(told.findings());
    }

    private Told told(List<Recorded> frames) throws IOException {
        return Told.of(Recorded.write(folder.resolve("capture.pcap"), frames), folder.resolve("picture"));
    }
}
