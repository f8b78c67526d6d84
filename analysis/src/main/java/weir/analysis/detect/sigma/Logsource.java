// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import weir.analysis.detect.Table;

/** Where a rule looks, in terms of what is told here. */
public final class Logsource {

    private static final String ANY = "*";
    private static final List<String[]> ROWS = Table.rows("sigma/logsources.tsv");

    private record Place(Evidence.Told told, String which) {}

    private final List<Place> places;
    private final String product;

    private Logsource(List<Place> places, String product) {
        this.places = List.copyOf(places);
        this.product = product;
    }

    /** @param category as the rule says, or ""; so the others */
    public static Logsource of(String category, String product, String service) throws Unsupported {
        List<Place> places = new ArrayList<>();
        for (String[] row : ROWS) {
            boolean sameService = category.isEmpty() ? row[2].equals(service) : agrees(service, row[2]);
            if (agrees(category, row[0]) && agrees(product, row[1]) && (service.isEmpty() || sameService)) {
                places.add(new Place(Evidence.Told.valueOf(row[3].toUpperCase(Locale.ROOT)), row[4]));
            }
        }
        if (places.isEmpty()) {
            throw new Unsupported("rules for the log source", String.join("/", category, product, service));
        }
        return new Logsource(places, product);
    }

    private static boolean agrees(String rule, String row) {
        return rule.isEmpty() || row.equals(ANY) || row.equals(rule);
    }

    Set<Evidence.Told> told() {
        Set<Evidence.Told> all = new TreeSet<>();
        places.forEach(place -> all.add(place.told));
        return all;
    }

    /** Whether a record stands where the rule looks. */
    boolean covers(Evidence record) {
        if (!product.isEmpty() && !record.product().isEmpty() && !product.equals(record.product())) {
            return false;
        }
        for (Place place : places) {
            if (place.told == record.told() && covers(place.which, record)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String which, Evidence record) {
        return which.startsWith("=")
                ? record.channel().startsWith(which.substring(1))
                : which.equals(ANY) || which.equals(record.kind());
    }
}
