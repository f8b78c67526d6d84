// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.model.Finding;
import weir.model.Incident;

/** Reads {@code findings.jsonl} and {@code incidents.jsonl} back; says file and line of what is wrong. */
public final class FoundFiles {

    /** Characters of a line: findings of an incident are named in its line, a thousand make 20 000. */
    static final int LONGEST_LINE = 1 << 20;

    /** Lines of a file. */
    static final int MOST_LINES = 100_000;

    private FoundFiles() {}

    /** @param folder where {@code weir analyze --out} has written */
    public static Found read(Path folder) throws IOException {
        Map<String, Finding> findings = new HashMap<>(); // bounded by MOST_LINES
        List<Finding> inOrder = lines(folder.resolve("findings.jsonl"), line -> {
            Finding finding = line.finding();
            findings.put(finding.id(), finding);
            return finding;
        });
        List<Incident> incidents = lines(folder.resolve("incidents.jsonl"), line -> line.incident(findings));
        return new Found(inOrder, incidents);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(FoundLine line) throws FoundLine.Wrong;
    }

    private static <T> List<T> lines(Path file, Reading<T> reading) throws IOException {
        List<T> read = new ArrayList<>(); // bounded by MOST_LINES
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = line(in); line != null; line = line(in)) {
                number++;
                if (number > MOST_LINES) {
                    throw new FoundLine.Wrong("more lines than " + MOST_LINES);
                }
                if (!line.isBlank()) {
                    read.add(reading.of(FoundLine.of(line)));
                }
            }
            return read;
        } catch (FoundLine.Wrong wrong) {
            throw new FileSystemException(
                    file.toString(), null, "line " + Math.max(1, number) + ": " + wrong.getMessage());
        } catch (CharacterCodingException e) {
            throw new FileSystemException(file.toString(), null, "is not text in UTF-8");
        }
    }

    /** The next line; null at the end. */
    private static @Nullable String line(BufferedReader in) throws IOException, FoundLine.Wrong {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new FoundLine.Wrong("a line is longer than " + LONGEST_LINE + " characters");
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
