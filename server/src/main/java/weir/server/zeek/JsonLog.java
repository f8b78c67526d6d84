// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.server.output.JsonLines;

/** A log as Zeek writes it with {@code LogAscii::use_json}: an object a line, without what is unset. */
final class JsonLog implements LogFile {

    private static final double NANOSECONDS = 1e9;

    private final List<LogFormat.Column> columns;
    private final Writer to;
    private final JsonLines lines;

    JsonLog(LogFormat format, Writer to) {
        this.columns = format.columns();
        this.to = to;
        this.lines = new JsonLines(to);
    }

    @Override
    public void line(Map<String, Object> values) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (LogFormat.Column column : columns) {
            Object value = values.get(column.name());
            if (value != null) {
                object.put(column.name(), typed(column.type(), value));
            }
        }
        lines.line(object);
    }

    private static Object typed(String type, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(element -> element(type, element)).toList();
        }
        boolean moment = type.equals("time") || type.equals("interval");
        return moment && value instanceof Long nanoseconds ? Math.rint(nanoseconds / 1e3) * 1e3 / NANOSECONDS : value;
    }

    private static Object element(String type, Object element) {
        String text = element.toString();
        return switch (type.substring(type.indexOf('[') + 1, type.length() - 1)) {
            case "count", "int" -> Long.valueOf(text);
            case "double" -> Double.valueOf(text);
            case "bool" -> text.equals("T");
            default -> text;
        };
    }

    @Override
    public void end() throws IOException {
        lines.flush();
        to.close();
    }
}
