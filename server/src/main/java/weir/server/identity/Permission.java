// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

/** What somebody may do. */
public enum Permission {
    SEE_PLANT,
    SEE_PACKETS,
    IMPORT,
    HANDLE_INCIDENTS,
    CHANGE_PLAN,
    CHANGE_BASELINE,
    MANAGE_ACCOUNTS,
    MANAGE_SETTINGS,
    SEE_AUDIT
}
