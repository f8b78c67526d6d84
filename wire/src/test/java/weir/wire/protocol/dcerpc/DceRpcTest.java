// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Operation;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.Told;

class DceRpcTest {

    private static final String NDR = "045d888a eb1c c911 9fe8 08002b104860 02000000";
    private static final String SERVICE_CONTROL = "81bb7a36 4498 f135 ad32 98f038001003 02000000";
    private static final String BIND_SERVICE_CONTROL =
            "0500 0b 03 10000000 4800 0000 01000000 d016 d016 00000000 01 000000 0000 01 00" + SERVICE_CONTROL + NDR;
    private static final String ACCEPTED = """
            0500 0c 03 10000000 3800 0000 01000000 d016 d016 11220000 0000 0000
            01 000000 0000 0000 045d888a eb1c c911 9fe8 08002b104860 02000000
            """;
    private static final String HANDLE = "00000000 b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2";

    @Test
    void a_service_is_opened_by_name_and_started_by_handle() {
        Told told = new Told(new DceRpc())
                .asks(BIND_SERVICE_CONTROL)
                .answers(ACCEPTED)
                .asks(
                        "0500 00 03 10000000 4400 0000 02000000 00000000 0000 1000" // OpenServiceW
                                + "00000000 a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"
                                + "04000000 00000000 04000000 6200610064000000 10000000" // "bad", access
                                + "00000000")
                .answers("0500 02 03 10000000 3000 0000 02000000 00000000 0000 00 00" + HANDLE + "00000000")
                .asks("0500 00 03 10000000 3400 0000 03000000 00000000 0000 1300" + HANDLE + "00000000 00000000")
                .answers("0500 02 03 10000000 1c00 0000 03000000 00000000 0000 00 00 05000000"); // access denied
        assertThat(told.lines())
                .containsExactly(
                        "request bind svcctl",
                        "response bind svcctl +1ms",
                        "request svcctl_open_service_w svcctl bad",
                        "response svcctl_open_service_w svcctl bad +1ms",
                        "request svcctl_start_service_w svcctl bad",
                        "response svcctl_start_service_w svcctl bad refused 5 access_denied +1ms");
        assertThat(told.facts())
                .containsExactly("dcerpc opnum=16", "dcerpc opnum=16", "dcerpc opnum=19", "dcerpc opnum=19");
    }

    @Test
    void an_encrypted_call_still_shows_its_operation() {
        Told told = new Told(new DceRpc())
                .asks(BIND_SERVICE_CONTROL)
                .asks("0500 00 03 10000000 3000 0800 02000000 00000000 0000 0c00 5a5a5a5a5a5a5a5a"
                        + "0a 06 00 00 00000000 0100000000000000"); // privacy
        assertThat(told.lines()).contains("request svcctl_create_service_w svcctl (encrypted)");
    }

    @Test
    void arguments_in_fragments_are_put_together() {
        Told told = new Told(new DceRpc())
                .asks(BIND_SERVICE_CONTROL)
                .asks(
                        "0500 00 01 10000000 3400 0000 02000000 00000000 0000 1000" // first
                                + "00000000 a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1 04000000 00000000")
                .asks(
                        "0500 00 02 10000000 2400 0000 02000000 00000000 0000 1000" // last
                                + "04000000 6200610064000000");
        assertThat(told.lines()).containsExactly("request bind svcctl", "request svcctl_open_service_w svcctl bad");
    }

    @Test
    void zeros_for_a_challenge_are_a_violation() {
        Told told = new Told(new DceRpc())
                .asks("0500 0b 03 10000000 4800 0000 01000000 d016 d016 00000000 01 000000 0000 01 00"
                        + "78563412 3412 cdab ef00 01234567cffb 01000000" + NDR)
                .asks(
                        "0500 00 03 10000000 3600 0000 02000000 00000000 0000 0400" // NetrServerReqChallenge
                                + "00000000 03000000 00000000 03000000 440043000000 0000000000000000");
        assertThat(told.lines())
                .containsExactly(
                        "request bind netlogon",
                        "violation zero_client_challenge 0",
                        "request netlogon_server_req_challenge netlogon DC");
    }

    @Test
    void the_mapper_says_on_which_port_an_interface_is_found() {
        Told told = new Told(new DceRpc())
                .asks("0500 0b 03 10000000 4800 0000 01000000 d016 d016 00000000 01 000000 0000 01 00"
                        + "0883afe1 1f5d c911 91a4 08002b14a0fa 03000000" + NDR)
                .asks("0500 00 03 10000000 4300 0000 02000000 00000000 0000 0300 00000000 02000000 1b000000 1b000000"
                        + "0500 1300 0d 81bb7a36 4498 f135 ad32 98f038001003 0200 0200 0000")
                .answers("0500 02 03 10000000 5900 0000 02000000 00000000 0000 00 00"
                        + "0000000000000000000000000000000000000000 01000000 04000000 00000000 01000000 03000000"
                        + "0d000000 0d000000 0200 0100 0b 0200 0000 0100 07 0200 c002 00 00000000");
        assertThat(told.lines()).contains("request epm_map epm svcctl", "response epm_map epm svcctl (tcp 49154) +1ms");
    }

    @Test
    void a_fault_names_the_reason() {
        Told told = new Told(new DceRpc())
                .asks("0500 00 03 10000000 1800 0000 06000000 00000000 0000 6300")
                .answers("0500 03 03 10000000 2000 0000 06000000 20000000 0000 00 00 0200011c 00000000");
        assertThat(told.lines())
                .containsExactly("request call_99", "response call_99 refused 469827586 operation_out_of_range +1ms");
    }

    @Test
    void a_refused_opening_names_the_reason() {
        Told told = new Told(new DceRpc())
                .asks(BIND_SERVICE_CONTROL)
                .answers("0500 0d 03 10000000 1400 0000 01000000 0200 0000");
        assertThat(told.lines())
                .containsExactly("request bind svcctl", "response bind svcctl refused 2 local_limit +1ms");
    }

    @Test
    void a_message_cut_short_tells_nothing() {
        assertThat(new Told(new DceRpc())
                        .asks("0500 00 03 10000000 4400 0000 02000000 00000000 0000 1000 00000000")
                        .lines())
                .containsExactly("violation truncated 28");
    }

    @Test
    void a_header_must_be_one_to_begin_a_message() {
        Told told = new Told(new DceRpc());
        assertThat(told.frame("0500 00 03 10000000 4400 0000 02000000", Direction.TO_SERVER))
                .isEqualTo(68);
        assertThat(told.frame("0500 00 03 1000", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("0500 63 03 10000000 4400 0000 02000000", Direction.TO_SERVER))
                .isEqualTo(Dialogue.LOST);
        assertThat(told.frame("0500 00 03 10000000 0400 0000 02000000", Direction.TO_SERVER))
                .isEqualTo(Dialogue.LOST);
    }

    @Test
    void calls_without_connection_are_recognised_by_their_interface() {
        String call = "04 00 20 00 000000 00 00000000000000000000000000000000 e1af83085d1f11c991a408002b14a0fa"
                + "77656972776569727765697277656972 00000000 00000003 00000001 0002 ffff ffff 0000 0000 00 00";
        byte[] bytes = Told.bytes(call);
        assertThat(new DceRpc().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.UDP))
                .isEqualTo(Likeness.SURE);
        assertThat(new Told(new DceRpc()).asks(call).lines()).containsExactly("request epm_lookup epm");
    }

    @Test
    void a_pipe_may_be_written_in_any_pieces() {
        List<String> names = new ArrayList<>();
        Sink sink = new Sink(
                (at, what) -> names.add(
                        what.protocol() + " " + ((Operation) what).service().label()),
                new Sighting(),
                SinkOptions.PLAIN);
        sink.speaking("smb");
        RpcPipe pipe = new RpcPipe();
        byte[] bytes = Told.bytes(BIND_SERVICE_CONTROL + "0500 00 03 10000000 1800 0000 06000000 00000000 0000 0000");
        for (int i = 0; i < bytes.length; i += 5) {
            pipe.data(new Cursor().wrap(bytes, i, Math.min(5, bytes.length - i)), Direction.TO_SERVER, sink);
        }
        assertThat(names).containsExactly("dcerpc bind", "dcerpc svcctl_close_service_handle");
        assertThat(sink.protocol()).isEqualTo("smb");
    }
}
