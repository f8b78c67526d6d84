// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import weir.analysis.Coverage;
import weir.analysis.Verdict;
import weir.model.Plant;
import weir.server.input.CaptureRun;
import weir.server.output.OperationLines;
import weir.server.output.OutputFolder;
import weir.server.output.PlantJson;
import weir.server.output.PlantTables;
import weir.server.output.VerdictJson;
import weir.server.output.findings.FindingLines;
import weir.server.output.findings.IncidentLines;
import weir.server.report.ReportPage;
import weir.wire.capture.Damage;

/**
 * What {@code weir analyze --out} writes: the report and the tables.
 *
 * @param captures what it was made from
 */
record PictureFiles(OutputFolder output, List<Path> captures) {

    /** @param site what there is to look at, for the coverage */
    void write(Plant plant, Verdict verdict, Coverage.Site site, CaptureRun.Result result) throws IOException {
        PlantJson json = new PlantJson(plant, inputs(result), "Weir " + Main.Version.number());
        PlantTables tables = new PlantTables(plant);
        VerdictJson page = new VerdictJson(verdict.incidents(), verdict.findings(), Coverage.of(site));
        output.write("assets.json", json::writeAssets);
        output.write("assets.csv", tables::writeAssets);
        output.write("conversations.csv", tables::writeConversations);
        output.write("findings.jsonl", new FindingLines(verdict.findings())::write);
        output.write("incidents.jsonl", new IncidentLines(verdict.incidents())::write);
        output.writePacked("operations.jsonl.gz", new OperationLines(plant)::write);
        output.write("report.html", to -> ReportPage.write(to, data -> json.writeAll(data, page)));
    }

    private List<PlantJson.InputNote> inputs(CaptureRun.Result result) throws IOException {
        String damage =
                String.join("; ", result.damages().stream().map(Damage::message).toList());
        String names = String.join(
                ", ", captures.stream().map(f -> f.getFileName().toString()).toList());
        return List.of(
                new PlantJson.InputNote(names, result.packets(), size(result), result.first(), result.last(), damage));
    }

    private long size(CaptureRun.Result result) throws IOException {
        long size = 0;
        for (Path file : captures) {
            if (!Files.isRegularFile(file)) {
                return result.bytes();
            }
            size += Files.size(file);
        }
        return size;
    }
}
