// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code labels.tsv}: something that went on in a capture from one time to another.
 *
 * @param start seconds since the epoch
 * @param packets how many packets of it are in the capture; -1 where that is not known
 */
record Label(String capture, double start, double end, long packets, String kind, List<String> techniques) {

    static List<Label> read(Path file) throws IOException {
        List<Label> labels = new ArrayList<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            List<String> cells = Cells.of(line, '\t');
            labels.add(new Label(
                    cells.get(0),
                    Double.parseDouble(cells.get(1)),
                    Double.parseDouble(cells.get(2)),
                    cells.get(5).isEmpty() ? -1 : Long.parseLong(cells.get(5)),
                    cells.get(6),
                    List.of(cells.get(7).split(","))));
        }
        return labels;
    }

    boolean benign() {
        return kind.startsWith("benign");
    }

    /** The capture was taken where nothing of it went by. */
    boolean invisible() {
        return packets == 0 && !benign();
    }
}
