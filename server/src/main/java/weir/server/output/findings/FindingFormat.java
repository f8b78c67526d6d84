// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Severity;
import weir.server.output.JsonLines;

/** The formats that findings and incidents are written in; docs/findings.md says what goes where. */
public enum FindingFormat {
    /** The own lines. */
    JSON("application/json"),
    CEF("text/plain; charset=utf-8"),
    LEEF("text/plain; charset=utf-8"),
    ECS("application/json"),
    OCSF("application/json"),
    STIX("application/stix+json;version=2.1");

    private final String mediaType;

    FindingFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** One claim, ready to be sent. */
    public record Entry(String id, Severity severity, long time, String text) {}

    /** A line for each claim; STIX is one bundle of all. */
    public void write(Found found, String version, Writer to) throws IOException {
        if (this == STIX) {
            Stix bundle = new Stix();
            found.findings().forEach(bundle::add);
            found.incidents().forEach(bundle::add);
            to.write(bundle.text());
            to.write('\n');
        } else {
            for (Entry entry : entries(found, version)) {
                to.write(entry.text());
                to.write('\n');
            }
        }
        to.flush();
    }

    /** Each claim on its own; of STIX a bundle for each. */
    public List<Entry> entries(Found found, String version) {
        return switch (this) {
            case JSON -> claims(found, FindingFormat::own, FindingFormat::own);
            case CEF -> each(found, new Cef(version));
            case LEEF -> each(found, new Leef(version));
            case ECS -> each(found, new Ecs(version));
            case OCSF -> each(found, new Ocsf(version));
            case STIX ->
                claims(
                        found,
                        f -> new Stix().add(f).text(),
                        i -> new Stix().add(i).text());
        };
    }

    private static List<Entry> each(Found found, ClaimFormat format) {
        return found.claims()
                .map(claim -> new Entry(claim.id(), claim.severity(), claim.start(), format.of(claim)))
                .toList();
    }

    private static List<Entry> claims(
            Found found, Function<Finding, String> finding, Function<Incident, String> incident) {
        return Stream.concat(
                        found.findings().stream()
                                .map(f -> new Entry(f.id(), f.severity(), f.start(), finding.apply(f))),
                        found.incidents().stream()
                                .map(i -> new Entry(i.id(), i.severity(), i.start(), incident.apply(i))))
                .toList();
    }

    private static String own(Finding f) {
        return JsonLines.text(FindingLines.fields(f));
    }

    private static String own(Incident i) {
        return JsonLines.text(IncidentLines.fields(i));
    }
}
