// SPDX-License-Identifier: Apache-2.0
package weir.server.casework;

import java.util.List;
import weir.model.Incident;

/**
 * An incident, with what was done with it.
 *
 * @param joined ids of the incidents that were joined to it by hand
 * @param partOf id of the incident of which it was parted by hand, or ""
 */
public record Handled(Incident incident, Handling handling, List<String> joined, String partOf) {

    public String id() {
        return incident.id();
    }
}
