// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import static weir.server.identity.Permission.CHANGE_BASELINE;
import static weir.server.identity.Permission.CHANGE_DETECTION;
import static weir.server.identity.Permission.CHANGE_PLAN;
import static weir.server.identity.Permission.EXPORT;
import static weir.server.identity.Permission.HANDLE_INCIDENTS;
import static weir.server.identity.Permission.IMPORT;
import static weir.server.identity.Permission.MANAGE_ACCOUNTS;
import static weir.server.identity.Permission.MANAGE_OWN;
import static weir.server.identity.Permission.MANAGE_SETTINGS;
import static weir.server.identity.Permission.SEARCH_HISTORY;
import static weir.server.identity.Permission.SEE_AUDIT;
import static weir.server.identity.Permission.SEE_HEALTH;
import static weir.server.identity.Permission.SEE_PACKETS;
import static weir.server.identity.Permission.SEE_PLANT;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What somebody is in the plant; somebody may be several. Nobody who changes accounts reads the audit by that alone. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Runs the plant: sees, and says what was done about an incident. */
    OPERATOR,
    /** Knows the plant: says what belongs where and what is normal. */
    ENGINEER,
    /** Hunts: sees packets and history, works on incidents and on detection. */
    ANALYST,
    /** Keeps the server: accounts and settings, not the plant. */
    ADMINISTRATOR,
    /** Checks what the others did. */
    AUDITOR;

    public Set<Permission> may() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case VIEWER -> EnumSet.of(SEE_PLANT, MANAGE_OWN);
                    case OPERATOR -> EnumSet.of(SEE_PLANT, SEARCH_HISTORY, HANDLE_INCIDENTS, MANAGE_OWN);
                    case ENGINEER ->
                        EnumSet.of(
                                SEE_PLANT,
                                SEE_PACKETS,
                                SEARCH_HISTORY,
                                IMPORT,
                                EXPORT,
                                HANDLE_INCIDENTS,
                                CHANGE_PLAN,
                                CHANGE_BASELINE,
                                MANAGE_OWN);
                    case ANALYST ->
                        EnumSet.of(
                                SEE_PLANT,
                                SEE_PACKETS,
                                SEARCH_HISTORY,
                                IMPORT,
                                EXPORT,
                                HANDLE_INCIDENTS,
                                CHANGE_DETECTION,
                                MANAGE_OWN);
                    case ADMINISTRATOR ->
                        EnumSet.of(SEE_PLANT, MANAGE_OWN, MANAGE_ACCOUNTS, MANAGE_SETTINGS, SEE_HEALTH);
                    case AUDITOR -> EnumSet.of(SEE_PLANT, SEARCH_HISTORY, EXPORT, MANAGE_OWN, SEE_HEALTH, SEE_AUDIT);
                });
    }
}
