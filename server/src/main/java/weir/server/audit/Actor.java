// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

/**
 * Who acts, as the audit says it.
 *
 * @param account its id; "" where nobody is signed in
 * @param name as it was at that time
 * @param address from which they act; "" for the server itself
 */
public record Actor(String account, String name, String address) {

    /** The server itself: at a start, or by the clock. */
    public static final Actor SERVER = new Actor("", "server", "");

    /** Somebody who is not signed in. */
    public static Actor nobody(String address) {
        return new Actor("", "", address);
    }
}
