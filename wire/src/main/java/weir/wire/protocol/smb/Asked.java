// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;

/** A request that waits for its answer, and what that needs to be read. */
final class Asked {

    long key;
    long time;

    @Nullable
    Operation operation;

    @Nullable
    FileHandle file;
    /** Key of the file, where it was not seen how it was opened. */
    long fileKey;
    /** Where in the file is read, or a number of the request's own. */
    long position;
}
