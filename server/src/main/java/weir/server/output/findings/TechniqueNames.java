// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import weir.analysis.detect.Technique;

/** Names of the techniques of MITRE ATT&amp;CK for ICS by their id, and where they are described. */
final class TechniqueNames {

    private TechniqueNames() {}

    /** The id itself where it has no name. */
    static String of(String id) {
        Technique technique = Technique.byId(id);
        return technique == null ? id : technique.name();
    }

    /** Where it is described: {@code T1692.001} is {@code .../T1692/001/}. */
    static String link(String id) {
        return "https://attack.mitre.org/techniques/" + id.replace('.', '/') + "/";
    }
}
