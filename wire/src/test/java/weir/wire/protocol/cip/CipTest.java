// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.wire.protocol.cip.Talk.connected;
import static weir.wire.protocol.cip.Talk.unconnected;

import org.junit.jupiter.api.Test;

class CipTest {

    /** Unconnected send to the connection manager of: get all attributes of identity 1, by the backplane to slot 3. */
    private static final String ROUTED = "52 02 2006 2401 07f9 0600 0102 2001 2401 01 00 0103";

    /** What an identity of a Logix controller in remote run answers. */
    private static final String IDENTITY =
            "8100 0000 0100 0e00 3600 1014 6030 3f825100 14" + "313735362d4c36312f42204c4f47495835353631";

    /** Forward open, serial 0x0014 of vendor 0x004d and originator 0x32952bf3, by slot 0 to message router 1. */
    private static final String OPEN = "54 02 2006 2401 07f9 00000000 1300fe80 1400 4d00 f32b9532 03000000"
            + "00127a00 f443 00127a00 f443 a3 03 0100 2002 2401";

    private static final String OPENED = "d400 0000 01037900 1300fe80 1400 4d00 f32b9532 00127a00 00127a00 0000";
    private static final long TO_TARGET = 0x00790301;
    private static final long TO_ORIGINATOR = 0x80fe0013L;

    private final Talk talk = new Talk();

    @Test
    void an_identity_behind_a_backplane_belongs_to_its_slot() {
        talk.ask(unconnected(ROUTED)).answer(unconnected(IDENTITY));

        assertThat(talk.hear())
                .containsExactly(
                        "cip request get_attributes_all IDENTIFY [slot 3] identity 1",
                        "cip response get_attributes_all IDENTIFY [slot 3] identity 1",
                        "VENDOR [slot 3] Rockwell Automation/Allen-Bradley",
                        "DEVICE_TYPE [slot 3] Programmable Logic Controller",
                        "FIRMWARE [slot 3] 16.20",
                        "SERIAL [slot 3] 0051823f",
                        "MODEL [slot 3] 1756-L61/B LOGIX5561",
                        "MODE [slot 3] remote run");
    }

    @Test
    void a_way_through_several_racks_names_each_hop() {
        // slot 1, port 2 to "10.0.0.9", slot 0
        talk.ask(unconnected("52 02 2006 2401 07f9 0600 0102 2001 2401 07 00 0101 12 08 31302e302e302e39 0100"));

        assertThat(talk.hear())
                .containsExactly("cip request get_attributes_all IDENTIFY [slot 1/10.0.0.9/slot 0] identity 1");
    }

    @Test
    void a_failed_route_refuses_the_request_that_was_sent_on() {
        talk.ask(unconnected(ROUTED)).answer(unconnected("d200 0101 1203 02"));

        assertThat(talk.hear())
                .containsExactly(
                        "cip request get_attributes_all IDENTIFY [slot 3] identity 1",
                        "cip response get_attributes_all IDENTIFY [slot 3] identity 1  link address not valid");
    }

    @Test
    void messages_over_a_connection_go_where_it_was_opened_to() {
        talk.ask(unconnected(OPEN)).answer(unconnected(OPENED));
        talk.ask(connected(TO_TARGET, 9, "07 02 208e 2401")).answer(connected(TO_ORIGINATOR, 9, "8700 0000"));

        assertThat(talk.hear())
                .containsExactly(
                        "cip request forward_open SESSION [slot 0] message_router 1 transport class 3",
                        "cip response forward_open SESSION [slot 0] message_router 1 transport class 3",
                        "cip request stop CONTROL [slot 0] controller 1",
                        "cip response stop CONTROL [slot 0] controller 1");
    }

    @Test
    void a_closed_connection_is_forgotten() {
        talk.ask(unconnected(OPEN)).answer(unconnected(OPENED));
        talk.ask(unconnected("4e 02 2006 2401 07f9 1400 4d00 f32b9532 03 00 0100 2002 2401"))
                .answer(unconnected("ce00 0000 1400 4d00 f32b9532 0000"));
        talk.hear();
        talk.ask(connected(TO_TARGET, 9, "07 02 208e 2401"));

        assertThat(talk.hear()).containsExactly("cip request stop CONTROL [] controller 1");
    }

    @Test
    void a_connection_whose_opening_was_not_seen_joins_answers_by_count() {
        talk.ask(connected(1, 5, "0e 03 2001 2401 3007"));
        talk.answer(connected(2, 5, "8e00 0800"));

        assertThat(talk.hear())
                .containsExactly(
                        "cip request get_attribute_single IDENTIFY [] identity 1 attribute 7",
                        "cip response get_attribute_single IDENTIFY [] identity 1 attribute 7 service not supported");
    }

    @Test
    void each_service_of_a_packet_is_told_and_answered() {
        talk.ask(connected(1, 5, "0a 02 2002 2401 0200 0600 0c00 01022001 2401 0102 2064 2401"));
        talk.answer(connected(2, 5, "8a00 0000 0200 0600 0a00 8100 0800 8100 0000 0500 4c696e6531 00"));

        assertThat(talk.hear())
                .containsExactly(
                        "cip request get_attributes_all IDENTIFY [] identity 1",
                        "cip request get_attributes_all IDENTIFY [] controller_name 1",
                        "cip response get_attributes_all IDENTIFY [] identity 1  service not supported",
                        "cip response get_attributes_all IDENTIFY [] controller_name 1",
                        "PROJECT [] Line1");
    }

    @Test
    void a_refused_packet_refuses_all_its_services() {
        talk.ask(connected(1, 5, "0a 02 2002 2401 0200 0600 0c00 01022001 2401 0102 2064 2401"));
        talk.hear();
        talk.answer(connected(2, 5, "8a00 1100"));

        assertThat(talk.hear())
                .containsExactly(
                        "cip response get_attributes_all IDENTIFY [] identity 1  reply data too large",
                        "cip response get_attributes_all IDENTIFY [] controller_name 1  reply data too large");
    }

    @Test
    void offsets_outside_of_a_packet_are_violations() {
        talk.ask(connected(1, 5, "0a 02 2002 2401 0200 0600 ff00 01022001 2401 0102 2064 2401"));

        assertThat(talk.hear()).containsExactly("violation bad_offset");
    }

    @Test
    void packets_in_packets_are_read_to_a_depth_only() {
        StringBuilder packet = new StringBuilder("0102 2001 2401");
        for (int i = 0; i < 6; i++) {
            packet.insert(0, "0a 02 2002 2401 0100 0400");
        }
        talk.ask(unconnected(packet.toString()));

        assertThat(talk.hear()).containsExactly("violation nested_too_deep");
    }

    @Test
    void what_a_service_means_depends_on_the_class() {
        // reset identity; set attribute of TCP/IP interface, wall clock; create program; write to NVS
        talk.ask(unconnected("05 02 2001 2401"));
        talk.ask(unconnected("10 03 20f5 2401 3005 00000000"));
        talk.ask(unconnected("04 02 208b 2401 0100 0600 0000000000000000"));
        talk.ask(unconnected("08 03 2068 2500 2024"));
        talk.ask(unconnected("4b 02 20a1 2401"));
        talk.ask(unconnected("52 02 206b 2401 0100 00000000"));

        assertThat(talk.hear())
                .containsExactly(
                        "cip request reset CONTROL [] identity 1",
                        "cip request set_attribute_single CONFIGURE [] tcp_ip_interface 1 attribute 5",
                        "cip request set_attribute_list TIME [] wall_clock 1 attribute 6",
                        "cip request create PROGRAM [] program 9248",
                        "cip request firmware_update FIRMWARE [] non_volatile_storage 1",
                        "cip request read_tag_fragmented READ [] symbol 1");
    }

    @Test
    void objects_in_objects_and_long_numbers_are_named() {
        talk.ask(unconnected("4c 06 2068 2500 2024 206d 2500 2124 00000000"));
        talk.ask(unconnected("0e 08 2100 1a03 2600 01000200 3100 0100 2401 2401"));

        assertThat(talk.hear())
                .containsExactly(
                        "cip request read_routine PROGRAM [] program 9248/routine 9249",
                        "cip request get_attribute_single READ [] class 0x31a 1 attribute 1");
    }

    @Test
    void a_download_is_followed_from_clearing_to_its_end() {
        talk.ask(connected(1, 1, "05 02 2072 2401")).answer(connected(2, 1, "8500 0000"));
        talk.ask(connected(1, 2, "4b 02 2072 2401 84d92300 0200 aabb")).answer(connected(2, 2, "cb00 0000"));
        talk.ask(connected(1, 3, "08 02 20ac 2401 0100 0600 e803")).answer(connected(2, 3, "8800 0000"));

        assertThat(talk.hear())
                .contains(
                        "cip request write_memory PROGRAM [] memory 2349444-2349445",
                        "transfer INTO_DEVICE STARTED 0",
                        "transfer INTO_DEVICE MOVING 2",
                        "transfer INTO_DEVICE COMPLETE 2");
    }

    @Test
    void network_objects_tell_name_and_addresses() {
        // TCP/IP 1, list of 5 and 6: 10.0.0.2/8, host "plc1"; Ethernet link 1, attribute 3
        talk.ask(unconnected("03 02 20f5 2401 0200 0500 0600"));
        talk.answer(unconnected("8300 0000 0200 0500 0000 0200000a 000000ff 00000000 00000000 00000000 0000"
                + "0600 0000 0400 706c6331"));
        talk.ask(unconnected("0e 03 20f6 2401 3003")).answer(unconnected("8e00 0000 0000bc3eebe4"));

        assertThat(talk.hear()).contains("IP [] 10.0.0.2", "NAME [] plc1", "MAC [] 00:00:bc:3e:eb:e4");
    }

    @Test
    void a_broken_path_is_a_violation_and_blinds_nothing() {
        talk.ask(unconnected("0e 01 e0e0"));
        talk.ask(unconnected("0e 09 2001"));
        talk.ask(unconnected("0e 03 2001 2401 3007"));

        assertThat(talk.hear())
                .containsExactly(
                        "violation malformed_path",
                        "violation truncated",
                        "cip request get_attribute_single IDENTIFY [] identity 1 attribute 7");
    }
}
