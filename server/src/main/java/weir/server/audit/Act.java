// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

/** What is done that the audit keeps. */
public enum Act {
    SIGN_IN("session.begun"),
    SIGN_OUT("session.ended"),
    ACCOUNT_CREATED("account.created"),
    ACCOUNT_CHANGED("account.changed"),
    ACCOUNT_LOCKED("account.locked"),
    ACCOUNT_UNLOCKED("account.unlocked"),
    ACCOUNT_REMOVED("account.removed"),
    PASSWORD_CHANGED("account.password_changed"),
    LINK_MADE("link.made"),
    LINK_USED("link.used"),
    FACTOR_ADDED("factor.added"),
    FACTOR_REMOVED("factor.removed"),
    TOKEN_MADE("token.made"),
    TOKEN_ENDED("token.ended"),
    ACCESS_REFUSED("access.refused"),
    SETTINGS_CHANGED("settings.changed"),
    PLAN_CHANGED("plan.changed"),
    BASELINE_CHANGED("baseline.changed"),
    INCIDENT_CHANGED("incident.changed"),
    IMPORTED("data.imported"),
    EXPORTED("data.exported"),
    PACKETS_TAKEN("packets.taken"),
    STARTED("server.started"),
    STOPPED("server.stopped"),
    CERTIFICATE_CHANGED("certificate.changed"),
    AUDIT_SHORTENED("audit.shortened");

    private final String written;

    Act(String written) {
        this.written = written;
    }

    String written() {
        return written;
    }
}
