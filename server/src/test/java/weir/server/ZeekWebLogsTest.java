// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code http.log} and {@code ssl.log}: the columns of Zeek, without time and connection, of made captures. */
class ZeekWebLogsTest {

    /** Columns of every log, of the time and the connection. */
    private static final int CONNECTION = 6;

    /** SHA-256 of the certificate in the capture. */
    private static final String CERTIFICATE = "db890b4c4a77e1f6e1db15b58b0d430e082d1f27add972cbf58314f3ad49aecf";

    @TempDir
    Path folder;

    @Test
    void a_request_is_told_with_its_answer_and_its_length() {
        assertThat(lines("http"))
                .containsExactly(
                        "1\tGET\thistorian.plant.example\t/status?page=1\t-\t1.1\tWeirBrowser/1.0\t-\t0\t5\t200\tOK\t-\t-\t(empty)"
                                + "\t-\t-\t-\t-\t-\t-\t-\t-\t-",
                        "2\tGET\thistorian.plant.example\t/admin\t-\t1.1\t-\t-\t0\t0\t401\tUnauthorized\t-\t-\t(empty)"
                                + "\toperator\t-\t-\t-\t-\t-\t-\t-\t-",
                        "3\tPOST\thistorian.plant.example\t/setpoint\t-\t1.1\t-\t-\t7\t4\t303\tSee Other\t-\t-\t(empty)"
                                + "\t-\t-\t-\t-\t-\t-\t-\t-\t-",
                        "4\tPUT\thistorian.plant.example\t/firmware.bin\t-\t1.1\t-\t-\t4\t0\t403\tForbidden\t-\t-\t(empty)"
                                + "\t-\t-\t-\t-\t-\t-\t-\t-\t-");
    }

    @Test
    void a_password_stands_in_no_log() {
        assertThat(String.join("\n", lines("http"))).doesNotContain("weir\t").doesNotContain("b3BlcmF0b3I6d2Vpcg");
    }

    @Test
    void a_handshake_is_one_line_and_who_said_what_its_letters() {
        assertThat(lines("tls"))
                .containsExactly(
                        "TLSv12\tTLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256\t-\thistorian.plant.example\tF\tbad_certificate"
                                + "\thttp/1.1\tF\tCsxnL\t" + CERTIFICATE + "\t(empty)\tT",
                        "-\t-\t-\t-\tF\thandshake_failure\t-\tF\tCl\t-\t-\t-");
    }

    private List<String> lines(String protocol) {
        Path capture = Weir.ROOT.resolve("captures/" + protocol + "/tour.pcap");
        assertThat(Weir.run("export", "zeek", "--out", folder, capture).exit()).isZero();
        String log = protocol.equals("tls") ? "ssl" : protocol;
        return new String(Weir.bytes(folder.resolve(log + ".log")))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> String.join("\t", List.of(line.split("\t")).subList(CONNECTION, line.split("\t").length)))
                .toList();
    }
}
