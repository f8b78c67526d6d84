// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened inside a host, as its own log tells.
 *
 * @param protocol the feed it came by: {@code windows}, {@code syslog}, {@code ecs}
 * @param kind what happened
 * @param host name of the host as in the log
 * @param account who did it, or ""
 * @param object what it was done to: a program with its arguments, a service, a drive, a log
 * @param fields what the record says, by the names its writer gives: at most 32, values cut at 1,000 characters
 */
public record HostEvent(
        String protocol, Kind kind, String host, String account, String object, Map<String, String> fields)
        implements Observation {

    /** Fields kept of one record; further ones are left out. */
    private static final int MOST_FIELDS = 32;

    /** Characters kept of one value. */
    private static final int LONGEST_VALUE = 1_000;

    public HostEvent {
        fields = bounded(fields);
    }

    public HostEvent(String protocol, Kind kind, String host, String account, String object) {
        this(protocol, kind, host, account, object, Map.of());
    }

    private static Map<String, String> bounded(Map<String, String> all) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : all.entrySet()) {
            if (kept.size() == MOST_FIELDS) {
                break;
            }
            String value = field.getValue();
            kept.put(field.getKey(), value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value);
        }
        return Collections.unmodifiableMap(kept);
    }

    public enum Kind {
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
        CONFIGURATION_CHANGED
    }
}
