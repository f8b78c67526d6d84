// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Checks that a capture that ends too early gives all that was whole, and says where it ends. */
final class Cuts {

    private Cuts() {}

    /** @param recognised number of bytes that tell the format */
    static void check(CaptureBytes capture, int recognised) throws IOException {
        byte[] bytes = capture.bytes();
        List<Reading.Seen> frames = Reading.of(bytes).frames();
        assertThat(Reading.of(bytes).damage()).isNull();
        for (int cut = recognised; cut <= bytes.length; cut++) {
            Reading reading = Reading.of(Arrays.copyOf(bytes, cut), 32);
            assertThat(reading.frames()).isEqualTo(frames.subList(0, upTo(cut, capture.frameEnds())));
            int whole = upTo(cut, capture.ends());
            int end = whole == 0 ? 0 : capture.ends().get(whole - 1);
            assertThat(reading.damagePosition()).as("cut after %s bytes", cut).isEqualTo(end == cut ? -1 : end);
            assertThat(reading.reason()).matches(end == cut ? "" : ".* is cut: " + (cut - end) + " of .*");
        }
    }

    private static int upTo(int cut, List<Integer> ends) {
        return (int) ends.stream().filter(end -> end <= cut).count();
    }
}
