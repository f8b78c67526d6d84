// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Where lines go; remembers why they could not be written, so that this is not taken for a fault of the input. */
public final class LineStream extends FilterOutputStream {

    private @Nullable IOException failure;

    public LineStream(OutputStream to) {
        super(to);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Why lines could not be written, null while all could be. */
    public @Nullable IOException failure() {
        return failure;
    }

    /** Whether the reader went away: it has had enough, which is no fault ({@code weir decode file | head}). */
    public boolean unwanted() {
        return failure != null && "Broken pipe".equals(failure.getMessage());
    }
}
