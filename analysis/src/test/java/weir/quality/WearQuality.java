// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Engines that ran until they failed (C-MAPSS): a fifth of them at a time is foretold by what the others taught. */
final class WearQuality {

    private static final int FOLDS = 5;
    /** Flights of a new engine that are taken for normal. */
    private static final int NEW = 50;
    /** Flights that are left where an engine is asked about, as in the test set that was published with the data. */
    private static final int LEAST_LEFT = 7;

    private static final int MOST_LEFT = 145;
    private static final int LEAST_SEEN = 31;
    private static final int TRIES = 5;

    private final Program program;
    private final Page page;
    private final Map<String, List<String>> engines = new LinkedHashMap<>();
    private final List<LifeScore.Tried> tried = new ArrayList<>();
    private final List<LifeScore.Tried> same = new ArrayList<>();
    private final List<LifeScore.Tried> every = new ArrayList<>();
    private final Warnings warnings = new Warnings(NEW);
    private final Random random = new Random(1);
    private int silent;

    WearQuality(Path datasets, Program program, Page page) throws IOException {
        this.program = program;
        this.page = page;
        for (String line : Files.readAllLines(datasets.resolve("cmapss/train_FD001.txt"))) {
            String engine = line.strip().split("\\s+")[0];
            engines.computeIfAbsent(engine, e -> new ArrayList<>()).add(line.strip());
        }
    }

    void write() throws IOException {
        for (int fold = 0; fold < FOLDS; fold++) {
            foretell(fold);
            warn(fold);
        }
        page.words("Wear: the " + engines.size() + " jet engines of C-MAPSS FD001, simulated, each from its first"
                + " flight to its failure. Four fifths teach, the rest is foretold, five times over. `weir process wear`,"
                + " then `weir process foretell`. Each engine is asked about " + TRIES + " times, where by chance "
                + LEAST_LEFT + " to " + MOST_LEFT + " flights are left and at least " + LEAST_SEEN
                + " were seen, as in the test set published with the data, which is not among these data. Points are"
                + " those of the PHM08 challenge for a hundred engines, less is better; too late is a failure foretold"
                + " more than ten flights after it came. The last row is of all flights from the " + LEAST_SEEN
                + "st on, against a remaining life of at most 125.");
        page.head("foretold", "asked", "RMSE (flights)", "points", "too late", "between the ends");
        if (tried.isEmpty()) {
            page.row("by wear", Page.NONE, "", "", "", "");
        } else {
            row("the same for all", LifeScore.of(same), false);
            row("by wear", LifeScore.of(tried), true);
            row("by wear, all flights, capped", LifeScore.of(every), false);
            page.words("Asked and not answered, as too strange or too young: " + silent + ".");
        }
        page.words("Early warning: `weir process learn` on the first " + NEW + " flights of four fifths of the engines,"
                + " an hour a flight, then `weir process judge` on the others, each by itself. Lead is the flights from"
                + " the beginning of the alarm that lasts until the failure.");
        warnings.write(page);
    }

    private void row(String name, LifeScore score, boolean ends) {
        page.row(
                name,
                score.count(),
                Page.amount(score.error()),
                Page.amount(score.points()),
                Page.share(score.late()),
                ends ? Page.share(score.within()) : "");
    }

    private List<String> part(int fold, boolean within) {
        List<String> names = new ArrayList<>(engines.keySet());
        return names.stream()
                .filter(name -> (names.indexOf(name) % FOLDS == fold) == within)
                .toList();
    }

    private void foretell(int fold) throws IOException {
        Path taught = file("wear-" + fold, part(fold, false), Integer.MAX_VALUE);
        Path asked = file("foretell-" + fold, part(fold, true), Integer.MAX_VALUE);
        Path model = program.scratch().resolve("wear-" + fold + ".model");
        Path out = program.scratch().resolve("foretold-" + fold);
        String m = model.toString();
        run("wear-" + fold, "process", "wear", taught.toString(), "--machine", "1", "--time", "2", "--model", m);
        run(
                "foretell-" + fold,
                "process",
                "foretell",
                asked.toString(),
                "--machine",
                "1",
                "--time",
                "2",
                "--model",
                m,
                "--out",
                out.toString());
        if (!Files.exists(out.resolve("foretold.csv"))) {
            return;
        }
        Map<String, List<List<String>>> told = new LinkedHashMap<>();
        for (String line : Files.readAllLines(out.resolve("foretold.csv"))) {
            List<String> cells = Cells.of(line, ',');
            told.computeIfAbsent(cells.getFirst(), e -> new ArrayList<>()).add(cells);
        }
        part(fold, true).forEach(engine -> compare(told.getOrDefault(engine, List.of())));
    }

    private void compare(List<List<String>> flights) {
        for (int i = LEAST_SEEN - 1; i < flights.size(); i++) {
            answer(flights, flights.size() - 1 - i, every, 125);
        }
        for (int i = 0; i < TRIES; i++) {
            int left = LEAST_LEFT + random.nextInt(MOST_LEFT - LEAST_LEFT + 1);
            if (flights.size() - left < LEAST_SEEN) {
                continue;
            }
            double middle = (LEAST_LEFT + MOST_LEFT) / 2.0;
            same.add(new LifeScore.Tried(middle, middle, middle, left));
            silent += answer(flights, left, tried, Integer.MAX_VALUE) ? 0 : 1;
        }
    }

    private static boolean answer(List<List<String>> flights, int left, List<LifeScore.Tried> to, int cap) {
        List<String> cells = flights.get(flights.size() - 1 - left);
        if (!cells.get(5).equals("known")) {
            return false;
        }
        to.add(new LifeScore.Tried(
                Double.parseDouble(cells.get(2)),
                Double.parseDouble(cells.get(3)),
                Double.parseDouble(cells.get(4)),
                Math.min(left, cap)));
        return true;
    }

    private void warn(int fold) throws IOException {
        Path model = program.scratch().resolve("new-" + fold + ".model");
        List<String> learn = new ArrayList<>(List.of("process", "learn"));
        for (String engine : part(fold, false)) {
            learn.add(file("new-" + fold + "-" + engine, List.of(engine), NEW).toString());
        }
        learn.addAll(List.of("--time", "none", "--period", "3600", "--ignore", "1,2", "--model", model.toString()));
        run("new-" + fold, learn.toArray(String[]::new));
        for (String engine : part(fold, true)) {
            Path out = program.scratch().resolve("judged-" + engine);
            run(
                    "judge-" + engine,
                    "process",
                    "judge",
                    file("engine-" + engine, List.of(engine), Integer.MAX_VALUE).toString(),
                    "--time",
                    "none",
                    "--model",
                    model.toString(),
                    "--ignore",
                    "1,2",
                    "--out",
                    out.toString());
            if (Files.exists(out.resolve("scores.csv"))) {
                warnings.take(Judged.read(out.resolve("scores.csv")).alarm());
            }
        }
    }

    private void run(String log, String... arguments) throws IOException {
        program.run(program.scratch().resolve(log + ".log"), List.of(arguments));
    }

    private Path file(String name, List<String> of, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String engine : of) {
            List<String> all = engines.getOrDefault(engine, List.of());
            lines.addAll(all.subList(0, Math.min(most, all.size())));
        }
        return Files.write(program.scratch().resolve(name + ".txt"), lines);
    }
}
