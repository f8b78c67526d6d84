// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

/** What somebody may do; every route of the API asks for one of these. */
public enum Permission {
    SEE_PLANT("assets, conversations, points, findings, incidents, zones"),
    SEE_PACKETS("packets around a finding, raw records"),
    SEARCH_HISTORY("queries of the history"),
    IMPORT("give captures and logs to the analysis"),
    EXPORT("take findings and history away in other forms"),
    HANDLE_INCIDENTS("assign, comment, merge, split and close incidents"),
    CHANGE_PLAN("zones, names and attributes of assets"),
    CHANGE_BASELINE("what is normal: accept, reject, learn anew"),
    CHANGE_DETECTION("rules, indicators and limits of detection"),
    MANAGE_OWN("own password, factors, sessions and tokens"),
    MANAGE_ACCOUNTS("accounts, roles, links, sessions of others"),
    MANAGE_SETTINGS("settings, certificates, sources, backup"),
    SEE_HEALTH("health and metrics of the server"),
    SEE_AUDIT("who did what");

    private final String meaning;

    Permission(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
