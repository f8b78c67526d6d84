// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import weir.server.casework.Casework;
import weir.server.imports.Imports;
import weir.server.site.Site;

/** All routes by which a site is looked at and worked on. */
public final class SiteRoutes {

    private SiteRoutes() {}

    public static List<Route> of(Site site, Casework work, Imports imports, Entrance entrance, InstantSource clock) {
        List<Route> all = new ArrayList<>();
        all.addAll(new PlantRoutes(site).all());
        all.addAll(new FindingRoutes(site).all());
        all.addAll(new IncidentRoutes(site, work, clock).all());
        all.addAll(new ImportRoutes(site, imports).all());
        all.addAll(new ServerRoutes(site, imports, entrance).all());
        return List.copyOf(all);
    }
}
