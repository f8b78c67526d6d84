// SPDX-License-Identifier: Apache-2.0
package weir.analysis.deed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Verb;

/**
 * Which deed an operation is. A table says so for what needs knowledge of a protocol: protocol, service, qualifier, deed,
 * where {@code x*} fits what begins with x, {@code *x*} what has x in it; the first row that fits counts. A fifth cell has techniques of its own. For the rest the verb says it.
 */
public final class Deeds {

    private record Row(String service, String word, Deed deed, List<String> techniques) {
        boolean fits(String of, String qualifier) {
            return matches(service, of) && matches(word, qualifier);
        }

        private static boolean matches(String pattern, String text) {
            if (!pattern.endsWith("*")) {
                return pattern.equals(text);
            }
            String part = pattern.substring(0, pattern.length() - 1);
            return part.startsWith("*") ? text.contains(part.substring(1)) : text.startsWith(part);
        }
    }

    private static final Deeds KNOWN = read("deeds.tsv");

    private final Map<String, List<Row>> rows = new HashMap<>();

    private Deeds() {}

    /** The deed of a request or a notice; that of an answer is the deed of what it answers. */
    public static Deed of(Operation operation) {
        Row row = row(operation);
        return row == null ? byVerb(operation.verb(), operation.service().label()) : row.deed;
    }

    /** Techniques that an operation is beyond those of its deed. */
    public static List<String> techniques(Operation operation) {
        Row row = row(operation);
        return row == null ? List.of() : row.techniques;
    }

    private static @Nullable Row row(Operation operation) {
        String service = operation.service().label();
        for (Row row : KNOWN.rows.getOrDefault(operation.protocol(), List.of())) {
            if (row.fits(service, operation.qualifier())) {
                return row;
            }
        }
        return null;
    }

    private static Row row(String[] cells, Deed deed) {
        return new Row(cells[1], cells[2], deed, cells.length > 4 ? List.of(cells[4].split(" ")) : List.of());
    }

    private static Deed byVerb(Verb verb, String service) {
        return switch (verb) {
            case READ, SUBSCRIBE -> Deed.READ;
            case WRITE -> Deed.WRITE;
            case CONTROL -> Deed.OPERATE;
            case CONFIGURE -> Deed.CONFIGURE;
            case PROGRAM -> service.contains("upload") || service.contains("read") ? Deed.UPLOAD : Deed.DOWNLOAD;
            case FIRMWARE -> Deed.UPDATE_FIRMWARE;
            case FILE -> file(service);
            case TIME -> service.contains("set") || service.contains("write") ? Deed.SET_CLOCK : Deed.NOTHING;
            case IDENTIFY -> Deed.IDENTIFY;
            case DIAGNOSE -> Deed.STATUS;
            case ALARM, AUTHENTICATE, SESSION, OTHER -> Deed.NOTHING;
        };
    }

    private static Deed file(String service) {
        String name = service.toLowerCase(Locale.ROOT);
        if (name.contains("delete") || name.contains("write") || name.contains("rename") || name.contains("format")) {
            return Deed.CHANGE_FILE;
        }
        return name.contains("read") || name.contains("retrieve") ? Deed.READ_FILE : Deed.NOTHING;
    }

    private static Deeds read(String name) {
        Deeds deeds = new Deeds();
        try (InputStream in = Objects.requireNonNull(Deeds.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    Deed deed = Deed.valueOf(cells[3].toUpperCase(Locale.ROOT));
                    deeds.rows.computeIfAbsent(cells[0], p -> new ArrayList<>()).add(row(cells, deed));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deeds;
    }
}
