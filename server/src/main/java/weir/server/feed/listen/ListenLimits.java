// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

/**
 * What listening may cost.
 *
 * @param connections at once
 * @param idleMillis after which a connection that says nothing is closed
 * @param waiting messages that were received and not yet read
 */
public record ListenLimits(int connections, int idleMillis, int waiting) {

    public static final ListenLimits USUAL = new ListenLimits(256, 600_000, 10_000);
}
