// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** That nobody else writes to this folder; a process that dies gives it up. */
final class Ownership implements AutoCloseable {

    private final FileChannel channel;

    private Ownership(FileChannel channel) {
        this.channel = channel;
    }

    static Ownership of(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new Ownership(channel);
            }
        } catch (OverlappingFileLockException e) {
            // it is this process itself
        }
        channel.close();
        throw new IOException("the history at " + root + " is in use: stop the other Weir, or ask it");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
