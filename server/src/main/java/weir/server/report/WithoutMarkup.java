// SPDX-License-Identifier: Apache-2.0
package weir.server.report;

import java.io.IOException;
import java.io.Writer;

/** JSON without a single {@code <}: in JSON one can only stand within a text, where its escape means the same. */
final class WithoutMarkup extends Writer {

    private final Writer out;

    WithoutMarkup(Writer out) {
        this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '<') {
                out.write(buffer, from, i - from);
                out.write("\\u003c");
                from = i + 1;
            }
        }
        out.write(buffer, from, offset + length - from);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** The page goes on after the data, so its writer stays open. */
    @Override
    public void close() throws IOException {
        out.flush();
    }
}
