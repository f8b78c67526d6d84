// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an attacker wants at the moment, guessed from words that makers of rules use; in the order in which attacks go
 * on. Names and techniques are those of MITRE ATT&CK for ICS.
 */
enum Tactic {
    DISCOVERY("Discovery", "T0846", " scan", "nmap", "recon", "enumerat", "probe", "sweep"),
    INITIAL_ACCESS(
            "Initial Access",
            "T0819",
            "web attack",
            "sql injection",
            "xss",
            "exploit",
            "suspicious url",
            "web server 4",
            "forbidden",
            "phish"),
    LATERAL_MOVEMENT(
            "Lateral Movement",
            "T0859",
            "brute force",
            "failed login",
            "login failed",
            "failed logins",
            "authentication fail",
            "invalid user"),
    EXECUTION("Execution", "T0807", "shell", "command execut", "powershell", "script"),
    PRIVILEGE_ESCALATION("Privilege Escalation", "T0890", "sudo", "changed uid", "privilege", "root executed"),
    PERSISTENCE("Persistence", "T0889", "new user", "account created", "backdoor", "scheduled task", "rootkit"),
    COMMAND_AND_CONTROL(
            "Command and Control", "T0869", "tunnel", "high entropy in dns", "beacon", "c2 ", "trojan", "malware"),
    INHIBIT_RESPONSE_FUNCTION(
            "Inhibit Response Function", "T0881", "service_stop", "service stop", "audit log cleared");

    private final String label;
    private final String technique;
    /** Immutable, as {@link List#of} makes it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> words;

    Tactic(String label, String technique, String... words) {
        this.label = label;
        this.technique = technique;
        this.words = List.of(words);
    }

    String label() {
        return label;
    }

    String technique() {
        return technique;
    }

    /** Those that a rule's text speaks of; most speak of none. */
    static Set<Tactic> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<Tactic> found = EnumSet.noneOf(Tactic.class);
        for (Tactic tactic : values()) {
            if (tactic.words.stream().anyMatch(lower::contains)) {
                found.add(tactic);
            }
        }
        return found;
    }

    /** Those of rules that surprise, in order of the tactics. */
    static Set<Tactic> of(Collection<RuleCount> counts) {
        Set<Tactic> found = EnumSet.noneOf(Tactic.class);
        for (RuleCount rule : counts) {
            if (rule.surprise() > 1) {
                found.addAll(of(rule.text()));
            }
        }
        return found;
    }

    /** Nats of surprise that tactics came in their order: n of them do so by chance in one of n! cases. */
    static double inOrder(Collection<RuleCount> counts) {
        List<Tactic> firsts = counts.stream()
                .filter(t -> t.surprise() > 1)
                .sorted(Comparator.comparingLong(RuleCount::first))
                .flatMap(t -> of(t.text()).stream())
                .distinct()
                .toList();
        int steps = 0;
        Tactic reached = null;
        double nats = 0;
        for (Tactic tactic : firsts) {
            if (reached == null || tactic.compareTo(reached) > 0) {
                reached = tactic;
                steps++;
                nats += Math.log(steps);
            }
        }
        return nats;
    }
}
