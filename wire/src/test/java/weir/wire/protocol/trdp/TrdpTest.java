// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.trdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

class TrdpTest {

    private static final String SESSION = "11112222333344445555666677778888";
    private static final String URIS = "00".repeat(64);

    /** A header with its check behind it, CRC-32, little-endian. */
    private static String checked(String header) {
        byte[] bytes = Told.bytes(header);
        CRC32 check = new CRC32();
        check.update(bytes);
        return header + HexFormat.of().toHexDigits(Integer.reverseBytes((int) check.getValue()));
    }

    private static String message(String type, String id, String status) {
        return checked("00000001 0100" + type + id + "00000000 00000000 00000004" + status + SESSION + "001e8480"
                        + URIS)
                + "61626364";
    }

    @Test
    void a_call_is_answered_in_its_session() {
        Told told = new Told(new Trdp())
                .asks(message("4d72", "000003e9", "00000000"))
                .answers(message("4d70", "000003e9", "00000000"));
        assertThat(told.lines()).containsExactly("request call comid 1001", "response call comid 1001 +1ms");
    }

    @Test
    void a_call_that_changes_the_train_network_is_control_and_may_be_refused() {
        Told told = new Told(new Trdp())
                .asks(message("4d72", "00000082", "00000000"))
                .answers(message("4d65", "00000082", "fffffffd"));
        assertThat(told.lines())
                .containsExactly(
                        "request control_train_network comid backbone_node_control_request 130",
                        "response control_train_network comid backbone_node_control_request 130"
                                + " refused -3 no_replier +1ms");
    }

    @Test
    void process_data_are_told_by_their_telegram() {
        Told told = new Told(new Trdp())
                .asks(checked("00000001 0100 5064 00000064 00000000 00000000 00000000 00000000 00000000 00000000"));
        assertThat(told.lines()).containsExactly("notice process_data comid train_directory_status 100");
    }

    @Test
    void a_header_whose_check_is_wrong_begins_no_message() {
        Told told = new Told(new Trdp());
        String good = message("4d72", "000003e9", "00000000");
        String bad = good.replaceFirst("000003e9", "000003e8");
        assertThat(told.frame(good, Direction.TO_SERVER)).isEqualTo(120);
        assertThat(told.frame(bad, Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.asks(bad).lines()).containsExactly("violation bad_check 120");
    }

    @Test
    void a_message_cut_short_tells_nothing() {
        assertThat(new Told(new Trdp()).asks("00000001 0100 5064 00000064").lines())
                .containsExactly("violation truncated 12");
    }
}
