// SPDX-License-Identifier: Apache-2.0
package weir.wire.annotated;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.wire.Direction;

/**
 * One message of docs/annotated: where it was captured, its bytes as the table has them, and what is told of it.
 *
 * @param title its heading, with its number
 * @param capture as written: {@code captures/...} of the checkout, or {@code corpus/...}
 * @param told the indented lines
 * @param toldFrom the first line after the table's, where the told lines begin
 * @param toldTo the line behind the last told one
 */
record AnnotatedMessage(
        String title,
        String capture,
        long packet,
        Direction way,
        byte[] bytes,
        List<String> told,
        int toldFrom,
        int toldTo) {

    private static final Pattern WHERE = Pattern.compile("`([^`]+)` packet (\\d+), (to|from) the device");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| `([^`]+)` \\| (\\S.*) \\|");
    private static final Pattern REPEATED = Pattern.compile("([0-9a-f]{2}) x (\\d+)");
    private static final String HEADING = "## ";
    private static final String TOLD = "    ";

    /** All messages of a document, in order. */
    static List<AnnotatedMessage> of(List<String> document) {
        List<AnnotatedMessage> all = new ArrayList<>();
        for (int i = 0; i < document.size(); i++) {
            if (document.get(i).startsWith(HEADING)) {
                int end = i + 1;
                while (end < document.size() && !document.get(end).startsWith(HEADING)) {
                    end++;
                }
                all.add(message(document, i, end));
            }
        }
        return all;
    }

    private static AnnotatedMessage message(List<String> document, int begin, int end) {
        String title = document.get(begin).substring(HEADING.length());
        Matcher where = null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> told = new ArrayList<>();
        int afterTable = -1;
        for (int i = begin + 1; i < end; i++) {
            String line = document.get(i);
            Matcher found = WHERE.matcher(line);
            if (found.matches()) {
                where = found;
            } else if (line.startsWith("| ") && !line.startsWith("| at |") && !line.startsWith("| --")) {
                row(title, line, bytes);
                afterTable = i + 1;
            } else if (line.startsWith(TOLD)) {
                told.add(line.substring(TOLD.length()));
            }
        }
        if (where == null) {
            throw new IllegalArgumentException(title + ": no line says which packet of which capture it is");
        }
        if (afterTable < 0) {
            throw new IllegalArgumentException(title + ": there is no table of its bytes");
        }
        return new AnnotatedMessage(
                title,
                where.group(1),
                Long.parseLong(where.group(2)),
                where.group(3).equals("to") ? Direction.TO_SERVER : Direction.TO_CLIENT,
                bytes.toByteArray(),
                told,
                afterTable,
                end);
    }

    private static void row(String title, String line, ByteArrayOutputStream bytes) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new IllegalArgumentException(title + ": not a row of offset, bytes and meaning: " + line);
        }
        if (Integer.parseInt(row.group(1)) != bytes.size()) {
            throw new IllegalArgumentException(title + ": after " + bytes.size() + " octets stands " + line);
        }
        bytes.writeBytes(octets(row.group(2)));
    }

    /** {@code 00 1f}, or {@code 00 x 40}. */
    private static byte[] octets(String cell) {
        Matcher repeated = REPEATED.matcher(cell);
        if (repeated.matches()) {
            byte[] run = new byte[Integer.parseInt(repeated.group(2))];
            java.util.Arrays.fill(run, (byte) HexFormat.fromHexDigits(repeated.group(1)));
            return run;
        }
        return HexFormat.ofDelimiter(" ").parseHex(cell);
    }

    boolean isOfCorpus() {
        return capture.startsWith("corpus/");
    }
}
