// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.util.List;

/** A line of each kind of record. */
public final class SampleRecords {

    public static final List<String> LINES = List.of(
            """
            {"timestamp":"2022-01-21T00:02:32.123456+0000","src_ip":"10.0.0.5","src_port":49152,"dest_ip":"fe80::9",\
            "dest_port":502,"proto":"TCP","event_type":"alert","alert":{"signature_id":1,"severity":2}}""",
            """
            {"timestamp":"2022-01-21T00:02:32.123456+0000","src_ip":"10.0.0.5","event_type":"flow",\
            "flow":{"start":"2022-01-21T00:02:32Z","bytes_toserver":99999999999}}""",
            """
            {"_path":"conn","ts":1591367999.305988,"id.orig_h":"192.168.4.76","duration":0.5,"conn_state":"SF"}""",
            "#fields\tts\tid.orig_h\tconn_state\tduration",
            "1591367999.305988\t10.0.0.1\tSF\t1.5",
            """
            {"timestamp":"2022-01-21T00:02:32.000+0000","rule":{"level":5,"id":"1","groups":["authentication_failed"]},\
            "agent":{"name":"mail","ip":"172.19.130.4"},"data":{"srcip":"10.0.0.7"}}""",
            """
            {"@timestamp":"2022-01-21T00:02:32.000Z","event":{"kind":"event","category":["network"],"type":["end"]},\
            "winlog":{"event_id":4625,"channel":"Security","event_data":{"Status":"0xc000006d"}}}""",
            "1642723347,Wazuh: ClamAV database update,172.19.130.4,mail,W-Sys-Cav,false_positive,-",
            WindowsXmlTest.event("Security", 4625, "SubStatus", "0xC000006A", "IpAddress", "::ffff:10.0.0.5"));

    private SampleRecords() {}
}
