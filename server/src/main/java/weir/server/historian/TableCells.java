// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The cells of a table, row by row. */
interface TableCells extends Closeable {

    /** The next row, or null after the last. */
    @Nullable
    Row next() throws IOException;

    /**
     * A row as it is written.
     *
     * @param line where it is in the file, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // a new one each row, for the reader alone
    record Row(long line, String[] cells) {}
}
