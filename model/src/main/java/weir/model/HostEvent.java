// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * Something that happened inside a host, as its own log tells.
 *
 * @param protocol the feed it came by: {@code windows}, {@code syslog}, {@code ecs}
 * @param kind what happened
 * @param host name of the host as in the log
 * @param account who did it, or ""
 * @param object what it was done to: a program with its arguments, a service, a drive, a log
 */
public record HostEvent(String protocol, Kind kind, String host, String account, String object) implements Observation {

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
