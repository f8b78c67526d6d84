// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.List;

/** A line of each product, in the way of the manuals that docs/logs.md names. */
final class SampleLines {

    static final List<String> ALL = List.of(
            "<38>Nov 23 07:04:46 hmi1 sshd[812]: Accepted publickey for op from 10.0.0.5 port 50122 ssh2: RSA SHA256:x",
            "Nov 23 07:04:47 hmi1 sshd[812]: Failed password for root from 6.6.6.6 port 1 ssh2 from 10.0.0.9 port 4022 ssh2",
            "<86>1 2026-11-23T07:04:48.5+01:00 hmi1 sshd 812 - [a b=\"]\"] Invalid user admin from 10.0.0.9 port 4023",
            "Nov 23 07:04:49 hmi1 sudo: op : TTY=pts/0 ; PWD=/srv/hmi ; USER=root ; COMMAND=/bin/sh -c id",
            "<166>Nov 23 2026 07:04:50 fw1 : %ASA-6-302013: Built outbound TCP connection 9 for outside:203.0.113.7/443"
                    + " (203.0.113.7/443) to inside:10.0.0.5/50000 (198.51.100.1/50000)",
            "<164>Nov 23 2026 07:04:51: %ASA-4-106023: Deny tcp src outside:203.0.113.9/4444 dst inside:10.0.0.5/502 by"
                    + " access-group \"OUT\" [0x0, 0x0]",
            "<166>Nov 23 2026 07:04:52 fw1 : %ASA-6-113005: AAA user authentication Rejected : reason = Invalid password :"
                    + " server = 10.0.0.2 : user = bob : user IP = 203.0.113.9",
            "<134>Nov 23 07:04:53 pf filterlog[33]: 5,,,1000000103,em0,match,block,in,4,0x0,,64,1,0,DF,6,tcp,60,"
                    + "203.0.113.9,10.0.0.5,4444,102,0,S,1,,64240,,mss",
            "Nov 23 07:04:54 gw kernel: [ 12.5] [UFW BLOCK] IN=eth0 OUT= MAC= SRC=203.0.113.9 DST=10.0.0.5 LEN=60 PROTO=TCP"
                    + " SPT=4444 DPT=20000 SYN",
            "<189>date=2026-11-23 time=07:04:55 devname=\"fg\" logid=\"0000000013\" type=\"traffic\" subtype=\"forward\""
                    + " srcip=10.0.0.5 srcport=50001 dstip=10.0.0.6 dstport=502 proto=6 action=\"close\" policyid=7"
                    + " duration=3 sentbyte=120 rcvdbyte=90 sentpkt=2 rcvdpkt=1 tz=\"+0100\"",
            "{\"timestamp\":\"2026-11-23T07:04:56.000001+0000\",\"event_type\":\"alert\",\"src_ip\":\"10.0.0.9\","
                    + "\"src_port\":1,\"dest_ip\":\"10.0.0.5\",\"dest_port\":502,\"proto\":\"TCP\",\"alert\":{"
                    + "\"signature_id\":2250001,\"signature\":\"SURICATA Modbus\",\"severity\":1}}",
            "{\"timestamp\":\"2026-11-23T07:04:57.000+0000\",\"rule\":{\"level\":10,\"id\":\"5712\",\"description\":\"sshd:"
                    + " brute force\",\"groups\":[\"sshd\",\"authentication_failed\"]},\"agent\":{\"name\":\"hmi1\","
                    + "\"ip\":\"10.0.0.5\"},\"data\":{\"srcip\":\"10.0.0.9\",\"srcuser\":\"root\"}}",
            "time,name,ip,host,short,time_label,event_label",
            "1643070002,Suricata: Alert - A, and B,172.27.180.4,inet-firewall,S-Flw-Apt,false_positive,-",
            "CEF:0|Acme|Gate|2.1|100|VPN login|3|rt=1795417486123 outcome=failure suser=bob src=203.0.113.9 dvc=10.0.0.1",
            "<134>Nov 23 07:04:58 fw2 LEEF:2.0|Acme|Wall|2|deny|^|src=10.0.0.5^dst=10.0.0.6^dstPort=502^act=drop");

    private SampleLines() {}
}
