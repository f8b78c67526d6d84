// SPDX-License-Identifier: Apache-2.0
package weir.analysis.deed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Target;
import weir.model.Verb;

class DeedsTest {

    private static Deed deed(String protocol, Verb verb, String service, String qualifier) {
        Service of = new Service.Unlisted(service, 1, verb);
        return Deeds.of(new Operation(protocol, of, Phase.REQUEST, Target.NONE, qualifier, Outcome.OPEN));
    }

    @ParameterizedTest
    @CsvSource({
        "s7comm, CONTROL, plc_stop, P_PROGRAM, STOP",
        "s7comm, CONTROL, pi_service, P_PROGRAM, START",
        "umas, PROGRAM, initialize_upload, '', DOWNLOAD",
        "umas, PROGRAM, download_block, '', UPLOAD",
        "fins, CONTROL, forced_set_reset, force_set, FORCE",
        "fins, CONTROL, forced_set_reset, force_release_and_reset, OPERATE",
        "dnp3, FILE, open_file, write, CHANGE_FILE",
        "dnp3, FILE, open_file, read, READ_FILE",
        "cip, CONFIGURE, lock, '', CHANGE_RIGHTS",
        "profinet_dcp, CONFIGURE, set_ip, permanent, CHANGE_ADDRESS",
        "modbus, CONTROL, force_listen_only, '', SILENCE",
    })
    void the_table_knows_what_a_service_does(String protocol, Verb verb, String service, String word, Deed deed) {
        assertThat(deed(protocol, verb, service, word)).isEqualTo(deed);
    }

    @ParameterizedTest
    @CsvSource({"READ, READ", "WRITE, WRITE", "CONTROL, OPERATE", "FIRMWARE, UPDATE_FIRMWARE", "SESSION, NOTHING"})
    void what_the_table_does_not_list_is_what_its_verb_says(Verb verb, Deed deed) {
        assertThat(deed("none", verb, "anything", "")).isEqualTo(deed);
    }

    @Test
    void an_upload_changes_nothing_and_needs_an_engineer() {
        assertThat(Deed.UPLOAD.isEngineering()).isTrue();
        assertThat(Deed.UPLOAD.isChange()).isFalse();
    }
}
