// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Observer;
import weir.model.Severity;
import weir.model.Sighting;
import weir.model.Transport;

/** Alerts of the AIT alert data set, with their labels, in order of time. */
record AlertTable(List<Row> rows) {

    /**
     * @param time seconds since the epoch
     * @param timeStep attack step that was going on then, or ""
     * @param eventStep attack step that caused it, or ""
     */
    record Row(long time, String rule, String address, String host, String timeStep, String eventStep) {

        boolean attack() {
            return !timeStep.isEmpty();
        }
    }

    static AlertTable read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = Cells.of(line, ',');
                rows.add(new Row(
                        (long) Double.parseDouble(cells.get(0)),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(5).equals("false_positive") ? "" : cells.get(5),
                        cells.get(6).equals("-") ? "" : cells.get(6)));
            }
        }
        rows.sort(Comparator.comparingLong(Row::time));
        return new AlertTable(List.copyOf(rows));
    }

    /** Tells all of them; the data set does not grade them, so each is of medium severity. */
    void tell(Observer observer) {
        Sighting at = new Sighting();
        long number = 0;
        for (Row row : rows) {
            at.packet(++number, row.time() * 1_000_000_000L)
                    .between(Transport.LINK, Address.NONE, 0, Address.parse(row.address()), 0);
            observer.observe(at, new Alert("ait", row.rule(), row.rule(), Severity.MEDIUM, row.host()));
        }
    }

    double days() {
        return (rows.getLast().time() - rows.getFirst().time()) / 86_400.0;
    }
}
