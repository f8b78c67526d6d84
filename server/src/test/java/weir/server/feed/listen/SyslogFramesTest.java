// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SyslogFramesTest {

    private final Losses losses = new Losses();

    private List<SyslogFrames.Frame> frames(InputStream in) throws IOException {
        SyslogFrames frames = new SyslogFrames(in, losses);
        List<SyslogFrames.Frame> all = new ArrayList<>();
        for (SyslogFrames.Frame frame = frames.next(); frame != null; frame = frames.next()) {
            all.add(frame);
        }
        return all;
    }

    private List<String> texts(String stream) throws IOException {
        return frames(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8))).stream()
                .map(frame -> (frame.whole() ? "whole " : "line ") + frame.text())
                .toList();
    }

    @Test
    void octets_are_counted_and_a_message_may_have_lines() throws IOException {
        assertThat(texts("7 <1>a\nb\n6 <2>\u00e4c")).containsExactly("whole <1>a\nb", "whole <2>\u00e4c");
    }

    @Test
    void a_line_is_a_message_however_it_ends() throws IOException {
        assertThat(texts("<1>a\n<2>b\r\n\n<3>c\0<4>d"))
                .containsExactly("line <1>a", "line <2>b", "line <3>c", "line <4>d");
    }

    @Test
    void a_line_that_begins_with_a_number_is_no_count() throws IOException {
        assertThat(texts("2026-11-23T00:00:00Z h p: x\n17 x\n9999999999 <1>y\n0 <2>z\n7 <3>abc<4>d\n"))
                .containsExactly(
                        "line 2026-11-23T00:00:00Z h p: x",
                        "line 17 x",
                        "line 9999999999 <1>y",
                        "line 0 <2>z",
                        "whole <3>abc<",
                        "line 4>d");
    }

    @Test
    void what_is_too_long_is_cut_and_counted() throws IOException {
        String long1 = "<1>" + "x".repeat(SyslogFrames.LONGEST);
        assertThat(texts(long1 + "\n<2>b\n" + long1.length() + " " + long1 + "5 <3>ab"))
                .containsExactly(
                        "line " + long1.substring(0, SyslogFrames.LONGEST),
                        "line <2>b",
                        "whole " + long1.substring(0, SyslogFrames.LONGEST),
                        "whole <3>ab");
        assertThat(losses.counted()).containsOnlyKeys(Losses.Why.TOO_LONG).containsValue(2L);
    }

    @Test
    void a_counted_message_that_the_end_cuts_is_counted() throws IOException {
        assertThat(texts("5 <1>ab99 <2>x")).containsExactly("whole <1>ab");
        assertThat(losses.counted()).containsOnlyKeys(Losses.Why.UNFINISHED);
    }

    @Test
    void where_the_network_cuts_does_not_matter_and_nothing_fails() throws IOException {
        Random random = new Random(4);
        for (int round = 0; round < 3000; round++) {
            byte[] stream = new byte[random.nextInt(200)];
            String letters = "0123456789  <<>\n\r\0ab\u00c3";
            for (int i = 0; i < stream.length; i++) {
                stream[i] = (byte) letters.charAt(random.nextInt(letters.length()));
            }
            InputStream inPieces = new ByteArrayInputStream(stream) {
                @Override
                public int read(byte[] to, int offset, int length) {
                    return super.read(to, offset, Math.min(length, 1 + random.nextInt(5)));
                }
            };
            assertThat(frames(inPieces)).isEqualTo(frames(new ByteArrayInputStream(stream)));
        }
    }
}
