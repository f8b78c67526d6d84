// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {

    @ParameterizedTest
    @CsvSource({
        "DB1, DB1",
        "/etc/passwd, passwd",
        "../../root/.ssh/authorized_keys, authorized_keys",
        "C:\\TwinCAT\\Boot\\Port_851.app, Port_851.app",
        "nul\u0000.txt, nul_.txt",
        "größe, gr__e",
        "a.part, a.part_",
        "a.part., a.part_",
        ".., ''",
        "/, ''",
        "$(reboot), __reboot_",
    })
    void nothing_of_a_name_leads_elsewhere(String name, String safe) {
        assertThat(SafeName.of(name)).isEqualTo(safe);
    }

    @Test
    void a_long_name_is_cut() {
        assertThat(SafeName.of("x".repeat(10_000))).hasSize(80);
    }
}
