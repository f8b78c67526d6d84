// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

/** Messages with their checksums: type, time, checksum, group. */
class IgmpTest {

    private final Told told = new Told(new Igmp());

    @Test
    void hostsJoinAndLeave() {
        told.asks("1600 fa04 effffffa").asks("1600 fa04 effffffb");

        assertThat(told.lines()).containsExactly("notice join group 239.255.255.250", "violation checksum_wrong 8");
    }

    /** Of version 3: joins one group, leaves another. */
    @Test
    void aReportIsToldGroupByGroup() {
        told.asks("2200 0607 0000 0002 04 00 0000 e00000fb 03 00 0000 effffffa");

        assertThat(told.lines()).containsExactly("notice join group 224.0.0.251", "notice leave group 239.255.255.250");
    }
}
