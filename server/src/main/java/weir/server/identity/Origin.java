// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

/** Who vouches for an account. */
public enum Origin {
    /** This server: with a password or a passkey. */
    LOCAL,
    OPENID,
    LDAP
}
