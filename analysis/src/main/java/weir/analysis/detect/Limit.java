// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.Locale;

/** A number from which on something is told; an operator may set another one. */
public enum Limit {
    /** Addresses that one station tries on one port within a minute. */
    SWEPT_ADDRESSES(15),

    /** Ports of one station that another tries within a minute. */
    SWEPT_PORTS(15),

    /** Addresses or ports tried within a minute without any answer. */
    SWEPT_IN_VAIN(8),

    /** Doors at which a firewall turns one source away within five minutes. */
    REFUSED_DOORS(20),

    /** Logins of one source that are refused within ten minutes. */
    REFUSED_LOGINS(8),

    /** Services or people that one client asks tickets for within a minute. */
    TICKET_NAMES(5),

    /** Different long names that are asked for under one domain. */
    TUNNEL_NAMES(40),

    /** Requests in a row that a server leaves without any answer within ten seconds. */
    FLOOD_REQUESTS(30),

    /** Requests in a row that a server leaves without an answer for half a minute. */
    UNANSWERED_REQUESTS(10),

    /** Periods that a poll may be late before it is missed. */
    MISSED_PERIODS(5),

    /** Commands of one client to one output within a minute. */
    COMMANDS_A_MINUTE(60),

    /** Different services that one client tries and a device refuses. */
    REFUSED_SERVICES(5),

    /** Different questions about itself that one client asks a device. */
    QUESTIONS(6),

    /** Network addresses more than known that one hardware address sends for. */
    GATEWAY_ADDRESSES(4);

    private final int usual;

    Limit(int usual) {
        this.usual = usual;
    }

    /** What it is where nobody set it. */
    public int usual() {
        return usual;
    }

    /** As it is written in a policy: {@code swept_addresses}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
