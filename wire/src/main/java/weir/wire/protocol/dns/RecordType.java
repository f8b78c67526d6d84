// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import org.jspecify.annotations.Nullable;
import weir.wire.Numbered;

/** Types of resource records (IANA, Domain Name System Parameters): their names. */
final class RecordType {

    static final int A = 1;
    static final int NS = 2;
    static final int CNAME = 5;
    static final int PTR = 12;
    static final int HINFO = 13;
    static final int TXT = 16;
    static final int AAAA = 28;
    static final int NB = 32;
    static final int NBSTAT = 33;
    static final int DNAME = 39;
    static final int IXFR = 251;
    static final int AXFR = 252;

    private static final Numbered UNLISTED = new Numbered("TYPE");
    private static final @Nullable String[] NAMES = new @Nullable String[260];

    static {
        name(
                1,
                "A NS MD MF CNAME SOA MB MG MR NULL WKS PTR HINFO MINFO MX TXT RP AFSDB X25 ISDN RT NSAP NSAP-PTR SIG KEY"
                        + " PX GPOS AAAA LOC NXT EID NIMLOC SRV ATMA NAPTR KX CERT A6 DNAME SINK OPT APL DS SSHFP IPSECKEY RRSIG"
                        + " NSEC DNSKEY DHCID NSEC3 NSEC3PARAM TLSA SMIMEA");
        name(55, "HIP NINFO RKEY TALINK CDS CDNSKEY OPENPGPKEY CSYNC ZONEMD SVCB HTTPS");
        name(99, "SPF UINFO UID GID UNSPEC NID L32 L64 LP EUI48 EUI64");
        name(249, "TKEY TSIG IXFR AXFR MAILB MAILA ANY URI CAA AVC DOA");
    }

    private RecordType() {}

    private static void name(int first, String names) {
        int type = first;
        for (String name : names.split(" ", -1)) {
            NAMES[type++] = name;
        }
    }

    static boolean isListed(int type) {
        return type < NAMES.length && NAMES[type] != null || type == 32768 || type == 32769 || type >= 65280;
    }

    static String name(int type) {
        String name = type < NAMES.length ? NAMES[type] : null;
        return name == null ? UNLISTED.of(type) : name;
    }
}
