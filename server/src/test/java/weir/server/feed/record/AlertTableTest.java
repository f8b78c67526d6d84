// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.model.Severity;

class AlertTableTest {

    @Test
    void the_product_stands_before_the_colon_and_labels_are_not_read() {
        AlertTable feed = new AlertTable();
        Heard heard = Heard.of(
                feed,
                "time,name,ip,host,short,time_label,event_label",
                "1642723347,Wazuh: ClamAV database update,172.19.130.4,mail,W-Sys-Cav,false_positive,-",
                "1642723350,\"Suricata: Alert - \"\"x\"\", y\",10.0.0.1,fw,S-X,dnsteal,dnsteal");
        assertThat(heard.observations)
                .containsExactly(
                        new Alert("wazuh", "W-Sys-Cav", "ClamAV database update", Severity.MEDIUM, "mail"),
                        new Alert("suricata", "S-X", "Alert - \"x\", y", Severity.MEDIUM, "fw"));
        assertThat(heard.ends).first().isEqualTo(":0 > 172.19.130.4:0 IP asks 1642723347000000000 0");
    }

    @Test
    void what_cannot_be_read_is_counted_by_name() {
        Heard heard = Heard.of(
                new AlertTable(),
                "a,b",
                "1642723347,\"Wazuh: x,1,2,3",
                "soon,Wazuh: x,10.0.0.1,h,R",
                "1642723347,no product,10.0.0.1,h,R",
                ",".repeat(70_000));
        assertThat(heard.observations).isEmpty();
        assertThat(heard.telling.dropped)
                .containsEntry("other_columns", 3L)
                .containsEntry("no_time", 1L)
                .containsEntry("no_rule", 1L);
    }
}
