// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file could not be written, and which. */
final class Unwritten extends FileSystemException {

    private static final long serialVersionUID = 1;

    Unwritten(Path file, String reason) {
        super(file.toString(), null, reason);
    }
}
