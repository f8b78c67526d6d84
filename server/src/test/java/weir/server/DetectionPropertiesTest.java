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

    /** A way to have a capture judged. */
    private interface Telling {
        Told of(Path capture) throws IOException;
    }

    @Test
    void of_the_sample_the_same_is_told() throws IOException {
        List<Recorded> frames = Recorded.all(Weir.SAMPLE);
        assertThat(told(frames, this::alone).incidents()).isNotEmpty();
        sameIsTold(frames, this::alone);
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

    @Test
    void of_the_second_half_of_the_sample_the_same_is_told_to_those_who_know_the_first() throws IOException {
        secondHalf(Recorded.all(Weir.SAMPLE));
    }

    private void secondHalf(List<Recorded> frames) throws IOException {
        int half = frames.size() / 2;
        Path normal = Recorded.write(folder.resolve("normal.pcap"), frames.subList(0, half));
        Telling telling = capture -> Told.of(capture, normal, folder.resolve("picture"));
        assertThat(told(frames.subList(half, frames.size()), telling).incidents())
                .isNotEmpty();
        sameIsTold(frames.subList(half, frames.size()), telling);
    }

    @NeedsCorpus
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bacnet/malcolm__BACnet_device_control.pcap",
                "dnp3/ndpi__dnp3.pcapng",
                "synphasor/ndpi__ieee_c37118.pcap"
            })
    void of_the_second_half_of_a_real_capture_the_same_is_told_to_those_who_know_the_first(String capture)
            throws IOException {
        secondHalf(Recorded.all(Corpus.folder().resolve(capture)));
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
        assertThat(told(frames, this::alone).incidents()).isNotEmpty();
        sameIsTold(frames, this::alone);
    }

    private Told alone(Path capture) throws IOException {
        return Told.of(capture, folder.resolve("picture"));
    }

    private void sameIsTold(List<Recorded> frames, Telling telling) throws IOException {
        Told told = told(frames, telling);
        for (long seed = 1; seed <= SEEDS; seed++) {
            Disturbed by = new Disturbed(seed);
            same(told, told(by.doubled(frames), telling), "packets that come twice");
            same(told, told(by.overtaking(frames), telling), "packets that overtake others");
            same(told, told(by.overtakingBeforeTheClock(frames), telling), "the same before the clock");
            same(told, told(by.segmentsOvertaking(frames), telling), "segments that overtake others");
        }
    }

    private static void same(Told told, Told again, String what) {
        assertThat(again.incidents()).as("incidents of " + what).isEqualTo(told.incidents());
        assertThat(again.findings()).as("findings of " + what).isEqualTo(told.findings());
    }

    private Told told(List<Recorded> frames, Telling telling) throws IOException {
        return telling.of(Recorded.write(folder.resolve("capture.pcap"), frames));
    }
}
