// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

/** How somebody proved who they are. */
public enum SignedInBy {
    PASSWORD,
    PASSWORD_AND_CODE,
    PASSKEY,
    OPENID,
    LDAP,
    LDAP_AND_CODE,
    LINK,
    TOKEN;

    /** Whether a stolen password alone would not have been enough. */
    public boolean strong() {
        return switch (this) {
            case PASSWORD_AND_CODE, PASSKEY, LDAP_AND_CODE, OPENID -> true;
            case PASSWORD, LDAP, LINK, TOKEN -> false;
        };
    }
}
