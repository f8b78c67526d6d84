// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class EtherCatTest {

    /** A frame of one datagram: command and address, data, how many stations worked on it. */
    private static String frame(String head, String data, int counter) {
        int size = Told.bytes(data).length;
        return little(0x1000 | 12 + size) + head.replace(" ", "").substring(0, 2) + "00"
                + head.replace(" ", "").substring(2) + little(size) + "0000" + data + little(counter);
    }

    private static String little(int value) {
        return String.format("%02x%02x", value & 0xff, value >>> 8);
    }

    private static Told told() {
        return new Told(new EtherCat());
    }

    @Test
    void a_station_is_told_to_change_its_state_and_says_why_it_did_not() {
        Told told = told().asks(frame("05 e9032001", "0800", 0)) // FPWR AL control: operational
                .answers(frame("05 e9032001", "0800", 1))
                .answers(frame("04 e9033001", "1400 0000 1b00", 1)); // FPRD AL status: error
        assertThat(told.lines())
                .containsExactly(
                        "request set_state station 1001 state_control 288-289 (operational)",
                        "response set_state station 1001 state_control 288-289 (operational)",
                        "response read_state station 1001 state 304-309 (safe_operational, error)"
                                + " refused 27 sync_manager_watchdog");
    }

    @Test
    void an_object_is_read_and_says_what_the_station_is() {
        Told told = told().asks(frame("05 e9030010", "0a00 0000 00 13 0020 40 0810 00 00000000", 0))
                .answers(frame("04 e9038010", "0e00 0000 00 13 0030 41 0810 00 04000000 454c3732", 1));
        assertThat(told.lines())
                .containsExactly(
                        "request sdo_upload station 1001 object 0x1008 0",
                        "response sdo_upload station 1001 object 0x1008 0",
                        "identity server station 1001 model = EL72");
    }

    @Test
    void an_object_is_written_with_its_value_and_refused() {
        Told told = told().asks(frame("05 e9030010", "0a00 0000 00 33 0020 2b 4060 00 0f000000", 0))
                .answers(frame("04 e9038010", "0a00 0000 00 33 0030 80 4060 00 02000106", 1));
        assertThat(told.lines())
                .containsExactly(
                        "request sdo_download station 1001 object 0x6040 0",
                        "point server station 1001 object 0x6040 0 u16 write = 15",
                        "response sdo_abort station 1001 object 0x6040 0 refused 100728834 read_only");
    }

    @Test
    void firmware_moves_until_a_packet_is_not_full() {
        Told told = told().asks(frame("05 e9030010", "0b00 0000 00 14 02 00 00000000 612e656677", 0)) // "a.efw"
                .asks(frame("05 e9030010", "0a00 0000 00 24 03 00 01000000 5a5a5a5a", 0))
                .asks(frame("05 e9030010", "0800 0000 00 34 03 00 02000000 5a5a", 0));
        assertThat(told.lines())
                .containsExactly(
                        "request file_write station 1001 a.efw",
                        "transfer server station 1001 file a.efw into_device started 0",
                        "request file_data station 1001 a.efw (packet 1)",
                        "transfer server station 1001 file a.efw into_device moving 4",
                        "request file_data station 1001 a.efw (packet 2)",
                        "transfer server station 1001 file a.efw into_device complete 6");
    }

    @Test
    void a_write_to_the_mailbox_is_told_once_though_it_comes_back() {
        String upload = "0a00 0000 00 13 0020 40 0810 00 00000000";
        Told told = told().asks(frame("05 e9030010", upload, 0)).answers(frame("05 e9030010", upload, 1));
        assertThat(told.lines()).containsExactly("request sdo_upload station 1001 object 0x1008 0");
    }

    @Test
    void a_station_less_is_noticed() {
        Told told = told().answers(frame("0c 00000100", "1122", 3)).answers(frame("0c 00000100", "1122", 2));
        assertThat(told.lines())
                .containsExactly(
                        "response cyclic_exchange logical 65536-65537",
                        "response cyclic_exchange logical 65536-65537",
                        "violation working_counter_dropped 2");
    }

    @Test
    void the_words_of_an_eeprom_are_those_that_were_asked_for() {
        Told told = told().answers(frame("05 e9030205", "0001 0800 0000", 1))
                .answers(frame("04 e9030805", "02000000 01000000", 1));
        assertThat(told.lines())
                .contains(
                        "identity server station 1001 vendor = Beckhoff",
                        "identity server station 1001 model = product 0x00000001");
    }

    @Test
    void datagrams_that_do_not_fill_the_frame_tell_nothing() {
        assertThat(told().asks("0e10 0c00 00000100 0800 0000 1122 3344").lines())
                .containsExactly("violation datagrams_do_not_fit 14");
        assertThat(told().asks("2010 0c00").lines()).containsExactly("violation truncated 4");
    }
}
