// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures how well attacks and faults are found and writes a page about it.
 *
 * <p>Arguments: the checkout, the folder of data sets and corpus, the page to write, then the parts wanted (process,
 * captures, unlabelled, messages, triage); all of them if none is named. The property {@code weir.program} names the
 * program, ./weir of the checkout if not given.
 */
final class DetectionQuality {

    private static final List<String> PARTS = List.of("process", "captures", "unlabelled", "messages", "triage");

    private DetectionQuality() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Path shared = Path.of(arguments[1]);
        List<String> parts = arguments.length > 3 ? List.of(arguments).subList(3, arguments.length) : PARTS;
        Path scratch = Files.createTempDirectory("weir-quality");
        Program program = new Program(
                Path.of(System.getProperty("weir.program", root.resolve("weir").toString())), scratch);
        Page page = new Page();
        page.title("Detection quality");
        page.words(
                "Written by `scripts/detection-quality`. Held-out data are not among these: what is here may have been"
                        + " looked at while Weir was made. \"" + Page.NONE
                        + "\" stands where this build lacks the part, or where it"
                        + " gave no result.");
        for (String part : parts) {
            write(part, shared, program, page);
        }
        Files.writeString(Path.of(arguments[2]), page.toString());
        System.out.println("Results of each run: " + scratch);
    }

    private static void write(String part, Path shared, Program program, Page page) throws IOException {
        Path datasets = shared.resolve("datasets");
        switch (part) {
            case "process" -> new ProcessQuality(datasets, program, page).write();
            case "captures" -> new CaptureQuality(shared, program, page).write();
            case "unlabelled" -> new CaptureQuality(shared, program, page).writeUnlabelled();
            case "messages" -> new MessageQuality(datasets, page).write();
            case "triage" -> new TriageQuality(datasets, page).write();
            default -> throw new IllegalArgumentException("no such part: " + part + "; there are " + PARTS);
        }
    }
}
