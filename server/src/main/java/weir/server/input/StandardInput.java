// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;

/** Standard input, which ends for its reader when another thread closes it, even while that reader waits for bytes. */
public final class StandardInput extends InputStream {

    private final ReadableByteChannel channel;

    public StandardInput() {
        this(new FileInputStream(FileDescriptor.in).getChannel());
    }

    StandardInput(ReadableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return channel.read(ByteBuffer.wrap(bytes, offset, length));
        } catch (ClosedChannelException closed) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
