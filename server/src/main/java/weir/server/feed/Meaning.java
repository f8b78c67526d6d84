// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Locale;

/** What a known sentence of a log says. */
enum Meaning {
    ALLOWED,
    DENIED,
    LOGIN_DONE,
    LOGIN_REFUSED,
    LOGIN_OPEN,
    FLOW_OPENED,
    FLOW_CLOSED,
    /** Which side opened the flow is not told. */
    EITHER_FLOW_CLOSED,
    ALERT,
    PROCESS_STARTED,
    SCRIPT_RUN,
    SERVICE_INSTALLED,
    SERVICE_STOPPED,
    TASK_CREATED,
    LOG_CLEARED,
    PROTECTION_OFF,
    AUDIT_POLICY_CHANGED,
    MEDIA_ATTACHED,
    ACCOUNT_CREATED,
    GROUP_CHANGED,
    FILE_CHANGED,
    CONFIGURATION_CHANGED,
    /** Understood, and nothing to tell. */
    NOTHING;

    static Meaning of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
