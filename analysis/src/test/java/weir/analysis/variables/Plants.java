// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Reads the public data sets of plants that quality is measured with. */
final class Plants {

    private Plants() {}

    /**
     * Rows of a plant.
     *
     * @param names of the columns
     * @param rows all numbers, the columns of labels left out
     * @param labels 1 where the row is labelled abnormal
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Plant(List<String> names, List<double[]> rows, int[] labels, double period) {

        Plant part(int from, int to) {
            return new Plant(names, rows.subList(from, to), Arrays.copyOfRange(labels, from, to), period);
        }
    }

    /** The folder of the data sets; where it is absent the test is skipped, and says so. */
    static Path folder() {
        Path shared = Path.of(System.getProperty(
                "weir.shared",
                Path.of(System.getProperty("weir.root", ".."), "../shared").toString()));
        Path folder = shared.resolve("datasets");
        if (!Files.isDirectory(folder)) {
            System.err.println("SKIPPED: the quality of the process model is not measured, " + folder + " is absent");
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), "no data sets at " + folder);
        return folder;
    }

    /** A file of separated values with a header, the time in the first column. */
    static Plant table(Path file, String separator, double period, String label, String... ignored) {
        List<String> lines = lines(file);
        List<String> header = Stream.of(lines.getFirst().split(separator, -1))
                .map(String::trim)
                .toList();
        int labelled = header.indexOf(label);
        List<String> left = List.of(ignored);
        int[] columns = IntStream.range(1, header.size())
                .filter(i -> i != labelled && !left.contains(header.get(i)))
                .toArray();
        List<double[]> rows = new ArrayList<>();
        int[] labels = new int[lines.size() - 1];
        for (int row = 0; row < labels.length; row++) {
            String[] cells = lines.get(row + 1).split(separator, -1);
            labels[row] = labelled < 0 ? 0 : (int) Double.parseDouble(cells[labelled]);
            rows.add(Arrays.stream(columns)
                    .mapToDouble(i -> Double.parseDouble(cells[i]))
                    .toArray());
        }
        return new Plant(Arrays.stream(columns).mapToObj(header::get).toList(), rows, labels, period);
    }

    /** A file of numbers and white space alone. */
    static Plant matrix(Path file, double period, boolean transposed) {
        List<double[]> rows = new ArrayList<>();
        for (String line : lines(file)) {
            rows.add(Stream.of(line.trim().split("\\s+", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        }
        if (transposed) {
            List<double[]> turned = rows;
            rows = new ArrayList<>();
            for (int i = 0; i < turned.getFirst().length; i++) {
                int column = i;
                rows.add(turned.stream().mapToDouble(r -> r[column]).toArray());
            }
        }
        List<String> names = IntStream.range(0, rows.getFirst().length)
                .mapToObj(i -> "column " + (i + 1))
                .toList();
        return new Plant(names, rows, new int[rows.size()], period);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
