// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** One log being written. */
interface LogFile {

    /** How a log is written: with a head, by tabs; or as JSON. */
    enum Style {
        TABS,
        JSON
    }

    /** @param values by the names of the columns; what a column has no value for is unset */
    void line(Map<String, Object> values) throws IOException;

    void end() throws IOException;

    static LogFile of(LogFormat format, Style style, Writer to) throws IOException {
        return switch (style) {
            case TABS -> new TabbedLog(format, to);
            case JSON -> new JsonLog(format, to);
        };
    }
}
