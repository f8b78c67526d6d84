// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Observation;
import weir.model.PointValue;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.Told;
import weir.wire.protocol.dcerpc.DceRpc;

class IoContextTest {

    private static final String RELATION = "7c74224e166c4a58bf6b6c25a75870f0";
    private static final String CONNECT = block(
                    "0101",
                    "0001" + RELATION
                            + "0001 0200c000020a dea000006c9711d18271000101020042 00000011 0258 8892 0005 706c632d31")
            // input: slot 1 at octet 2 of frame 0xc002
            + block(
                    "0102",
                    "0001 0001 8892 00000001 0028 c002 0020 0008 0007 0000 ffffffff 0018 0018 c000"
                            + "000000000000 0001 00000000 0001 0001 0001 0002 0001 0000 0001 0000")
            // slot 1: one octet in
            + block("0104", "0001 00000000 0001 ffff8140 0000 0001 0001 ffff8140 0001 0001 0001 01 01");
    private static final String CONNECTED = "8101 001e 0100 0001" + RELATION + "0001 0200c0000232 8892";

    private static String block(String type, String body) {
        return type + String.format("%04x", 2 + Told.bytes(body).length) + "0100" + body;
    }

    /** A call, its number 1, to a device of maker 42. */
    private static String call(int kind, int operation, String first, String blocks) {
        int size = Told.bytes(blocks).length;
        return String.format("04 %02x 20 00 000000 00", kind)
                + "dea000006c9711d18271000103 01002a"
                + "dea000016c9711d1827100a02442df7d"
                + "11112222333344445555666677778888 00000000 00000001 00000001"
                + String.format("%04x ffff ffff %04x 0000 00 00", operation, 20 + size)
                + first
                + String.format("%08x 00001000 00000000 %08x", size, size)
                + blocks;
    }

    private static String request(int operation, String blocks) {
        return call(0, operation, "00001000", blocks);
    }

    private static String response(int operation, String status, String blocks) {
        return call(2, operation, status, blocks);
    }

    private static Told told() {
        return new Told(new DceRpc(new IoContext()));
    }

    @Test
    void a_controller_connects_by_name() {
        Told told = told().asks(request(0, CONNECT)).answers(response(0, "00000000", CONNECTED));
        assertThat(told.lines())
                .containsExactly(
                        "profinet_io: identity client name = plc-1",
                        "profinet_io: identity client mac = 02:00:c0:00:02:0a",
                        "profinet_io: identity client vendor = vendor 0x42",
                        "profinet_io: identity server slot 1 subslot 1 module = module 0xffff8140",
                        "profinet_io: request connect plc-1 (io_controller)",
                        "profinet_io: identity server mac = 02:00:c0:00:02:32",
                        "profinet_io: response connect plc-1 +1ms",
                        "profinet_io: identity server vendor = Siemens");
        assertThat(told.facts()).contains("profinet io.opnum=0", "profinet io.block=0x0101", "dcerpc opnum=0");
    }

    @Test
    void several_writes_in_one_call_are_answered_one_by_one() {
        String header = "%s 003c 0100 %s" + RELATION + "00000000 0001 0001 0000 %s %s ";
        String rest = "00".repeat(24);
        Told told = told().asks(request(
                        3,
                        header.formatted("0008", "0000", "e040", "00000087") + rest
                                + header.formatted("0008", "0001", "01f4", "00000003") + rest + "01020300"
                                + header.formatted("0008", "0002", "aff1", "00000004") + rest + "00000000"))
                .answers(response(
                        3,
                        "00000000",
                        header.formatted("8008", "0000", "e040", "00000080") + rest
                                + header.formatted("8008", "0001", "01f4", "00000003") + rest
                                + header.formatted("8008", "0002", "aff1", "00000004")
                                + "00000000 df80b600" + "00".repeat(16)));
        assertThat(told.lines())
                .containsExactly(
                        "profinet_io: request write_record slot 1 subslot 1 record index 0x1f4 500",
                        "profinet_io: request write_identification slot 1 subslot 1 record I&M1 45041",
                        "profinet_io: response write_record slot 1 subslot 1 record index 0x1f4 500 +1ms",
                        "profinet_io: response write_identification slot 1 subslot 1 record I&M1 45041"
                                + " refused -545212928 access_denied +1ms");
    }

    @Test
    void a_device_says_what_it_is() {
        String header = "%s 003c 0100 0003" + RELATION + "00000000 0000 0001 0000 aff0 %s" + "00".repeat(24);
        Told told = told().asks(request(2, header.formatted("0009", "00001000")))
                .answers(response(
                        2,
                        "00000000",
                        header.formatted("8009", "0000003c")
                                + "0020 0038 0100 002a 3645533720313535202020202020202020202020"
                                + "53313233343520202020202020202020 0004 56040201 0001 f600 0003 0101 001e"));
        assertThat(told.lines())
                .contains(
                        "profinet_io: identity server vendor = Siemens",
                        "profinet_io: identity server order_number = 6ES7 155",
                        "profinet_io: identity server serial = S12345",
                        "profinet_io: identity server hardware = 4",
                        "profinet_io: identity server firmware = V4.2.1");
    }

    @Test
    void a_refused_read_without_blocks_restates_its_request() {
        Told told = told().asks(request(
                        2,
                        "0009 003c 0100 0003" + RELATION + "00000000 0001 0001 0000 0001 00001000" + "00".repeat(24)))
                .answers(response(2, "de80b000", ""));
        assertThat(told.lines())
                .containsExactly(
                        "profinet_io: request read_record slot 1 subslot 1 record index 0x01 1",
                        "profinet_io: response read_record slot 1 subslot 1 record index 0x01 1"
                                + " refused -561991680 invalid_index +1ms");
    }

    @Test
    void a_block_longer_than_the_message_is_noticed() {
        assertThat(told().asks(request(2, "0009 00ff 0100 0001")).lines())
                .startsWith("profinet_io: violation block_cut_short 9");
    }

    @Test
    void what_was_agreed_on_gives_cyclic_frames_their_meaning() {
        List<String> values = new ArrayList<>();
        Sighting at = new Sighting();
        Sink sink = new Sink((seen, what) -> keep(seen, what, values), at, SinkOptions.PLAIN.withPoints());
        Dialogue calls = new DceRpc(new IoContext()).open();
        Dialogue frames = new Profinet().open();
        Address controller = Address.mac(0x0200_c000_020aL);
        Address device = Address.mac(0x0200_c000_0232L);
        say(calls, new DceRpc(), request(0, CONNECT), Direction.TO_SERVER, sink);
        say(calls, new DceRpc(), response(0, "00000000", CONNECTED), Direction.TO_CLIENT, sink);
        at.between(Transport.LINK, device, 0, controller, 0);
        say(frames, new Profinet(), "c002 8000 12 80" + "00".repeat(36) + "1000 35 00", Direction.TO_CLIENT, sink);
        say(frames, new Profinet(), "c002 8000 12 80" + "00".repeat(36) + "1100 35 00", Direction.TO_CLIENT, sink);
        say(frames, new Profinet(), "c002 8000 13 00" + "00".repeat(36) + "1200 35 00", Direction.TO_CLIENT, sink);
        assertThat(values)
                .containsExactly(
                        "02:00:c0:00:02:32 slot 1 subslot 1 input 0 = 18 quality 128",
                        "02:00:c0:00:02:32 slot 1 subslot 1 input 0 = 19 quality 0");
    }

    private static void say(Dialogue dialogue, Protocol protocol, String hex, Direction way, Sink sink) {
        byte[] bytes = Told.bytes(hex);
        dialogue.message(new Cursor().wrap(bytes, 0, bytes.length), way, sink.speaking(protocol.name()));
    }

    private static void keep(Sighting at, Observation what, List<String> values) {
        if (what instanceof PointValue point) {
            values.add(point.subject().address() + " " + point.subject().unit() + " "
                    + point.point().label() + " = " + at.reading().integer() + " quality "
                    + at.reading().quality());
        }
    }
}
