// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.List;

/**
 * What two assets said to each other in one protocol, over however many flows.
 *
 * @param client id of the asset that asks
 * @param server id of the asset that answers, or text of a group address
 * @param protocol protocol recognised, or "" when none was
 * @param transport what carries it
 * @param port port of the server; 0 where there are none
 * @param flows how many flows
 * @param grade the worst visibility of any of them
 * @param lostBytes bytes known to be missing
 * @param violations broken rules, most frequent first
 * @param logins who proved themselves, in order of first sight
 * @param transfers files and blocks that moved, in order of first sight
 */
public record Conversation(
        String client,
        String server,
        String protocol,
        Transport transport,
        int port,
        long flows,
        Grade grade,
        long packetsOut,
        long bytesOut,
        long packetsBack,
        long bytesBack,
        long lostBytes,
        long first,
        long last,
        long firstPacket,
        List<OperationCount> operations,
        List<Noted> violations,
        List<Noted> logins,
        List<Noted> transfers) {

    /**
     * Something worth a line.
     *
     * @param text what, in words
     * @param count how often
     * @param firstPacket packet that proves it
     */
    public record Noted(String text, long count, long firstPacket) {}
}
