// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** A log as Zeek writes it unless told otherwise: a head that names separators, columns and types, then cells by tabs. */
final class TabbedLog implements LogFile {

    private final List<LogFormat.Column> columns;
    private final Writer to;

    TabbedLog(LogFormat format, Writer to) throws IOException {
        this.columns = format.columns();
        this.to = to;
        to.write("#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\t" + format.name()
                + "\n#fields\t" + format.line(LogFormat.Column::name) + "\n#types\t"
                + format.line(LogFormat.Column::type) + "\n");
    }

    @Override
    public void line(Map<String, Object> values) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            LogFormat.Column column = columns.get(i);
            to.write(i == 0 ? "" : "\t");
            to.write(Cells.of(column, values.get(column.name())));
        }
        to.write('\n');
    }

    @Override
    public void end() throws IOException {
        to.write("#close\n");
        to.close();
    }
}
