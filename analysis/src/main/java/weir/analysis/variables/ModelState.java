// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;

/**
 * The written form of a {@link ProcessModel}, in the notation of {@link StateWriter}; a number with a fraction is the
 * bits of its double. In order: a word and version that tell the form; the settings; the period; the rows learnt; each
 * column; means and weights of the relations; means, directions and variances of the subspace; the bounds; the scales;
 * the thresholds.
 */
public final class ModelState {

    private static final String FORM = "weir process model";
    private static final long VERSION = 1;

    private ModelState() {}

    public static void write(ProcessModel model, OutputStream to) throws IOException {
        StateWriter out = new StateWriter(to);
        out.text(FORM);
        out.number(VERSION);
        settings(out, model.settings());
        number(out, model.grid().period());
        out.number(model.rows());
        out.number(model.columns().size());
        for (Column column : model.columns()) {
            column(out, column);
        }
        Shape shape = model.shape();
        numbers(out, shape.relations().means());
        table(out, shape.relations().weights());
        numbers(out, shape.subspace().means());
        table(out, shape.subspace().directions());
        numbers(out, shape.subspace().variances());
        numbers(out, shape.bounds().low());
        numbers(out, shape.bounds().high());
        numbers(out, shape.bounds().rate());
        numbers(out, model.scales().misfit());
        numbers(out, model.scales().rest());
        numbers(out, model.thresholds());
        out.flush();
    }

    /** @throws IOException if it is no such model, or a damaged one */
    public static ProcessModel read(InputStream from) throws IOException {
        StateReader in = new StateReader(from);
        if (!in.text().equals(FORM)) {
            throw new IOException("is no process model; make one with: weir process learn");
        }
        long version = in.number();
        if (version != VERSION) {
            throw new IOException("is of version " + version + ", and this Weir reads version " + VERSION
                    + "; learn the model again");
        }
        ProcessSettings settings = settings(in);
        Grid grid = new Grid(number(in));
        long rows = in.number();
        int count = in.count();
        if (count > History.MOST_COLUMNS) {
            throw new IOException("has " + count + " columns; it is damaged");
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(column(in));
        }
        int width = Pairs.active(columns).length;
        Regressions relations = new Regressions(numbers(in, 2 * width), table(in, width, 2 * width));
        double[] means = numbers(in, width);
        double[][] directions = table(in, -1, width);
        Subspace subspace = new Subspace(means, directions, numbers(in, directions.length));
        Bounds bounds = new Bounds(numbers(in, width), numbers(in, width), numbers(in, width));
        Scales scales = new Scales(numbers(in, width), numbers(in, width));
        double[] thresholds = numbers(in, View.ALL.length);
        return new ProcessModel(
                settings, columns, grid, rows, new Shape(relations, subspace, bounds), scales, thresholds);
    }

    private static void settings(StateWriter out, ProcessSettings of) throws IOException {
        number(out, of.falseAlarmsAWeek());
        number(out, of.fast());
        number(out, of.slow());
        out.number(of.blocks());
        number(out, of.ridge());
        number(out, of.floor());
        number(out, of.clip());
        number(out, of.share());
        number(out, of.outside());
        number(out, of.widest());
        number(out, of.release());
        out.number(of.minimum());
        out.number(of.gap());
    }

    private static ProcessSettings settings(StateReader in) throws IOException {
        return new ProcessSettings(
                number(in),
                number(in),
                number(in),
                in.count(),
                number(in),
                number(in),
                number(in),
                number(in),
                number(in),
                number(in),
                number(in),
                in.count(),
                in.count());
    }

    private static void column(StateWriter out, Column column) throws IOException {
        out.text(column.name());
        out.constant(column.kind());
        number(out, column.mean());
        number(out, column.scale());
        number(out, column.low());
        number(out, column.high());
        number(out, column.step());
        numbers(out, column.levels());
    }

    private static Column column(StateReader in) throws IOException {
        return new Column(
                in.text(),
                in.constant(ColumnKind.class),
                number(in),
                number(in),
                number(in),
                number(in),
                number(in),
                numbers(in, -1));
    }

    private static void number(StateWriter out, double value) throws IOException {
        out.number(Double.doubleToLongBits(value));
    }

    private static double number(StateReader in) throws IOException {
        return Double.longBitsToDouble(in.number());
    }

    private static void numbers(StateWriter out, double[] values) throws IOException {
        out.number(values.length);
        for (double value : values) {
            number(out, value);
        }
    }

    /** @param expected how many there must be; -1 if any number will do */
    private static double[] numbers(StateReader in, int expected) throws IOException {
        int length = length(in, expected);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = number(in);
        }
        return values;
    }

    private static void table(StateWriter out, double[][] rows) throws IOException {
        out.number(rows.length);
        for (double[] row : rows) {
            numbers(out, row);
        }
    }

    private static double[][] table(StateReader in, int expected, int width) throws IOException {
        double[][] rows = new double[length(in, expected)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(in, width);
        }
        return rows;
    }

    private static int length(StateReader in, int expected) throws IOException {
        int length = in.count();
        if (expected >= 0 ? length != expected : length > 2 * History.MOST_COLUMNS) {
            throw new IOException("has " + length + " numbers where " + expected + " belong; it is damaged");
        }
        return length;
    }
}
