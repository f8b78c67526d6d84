// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import weir.model.Subject;
import weir.model.Transfer.State;
import weir.model.Transfer.Way;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * A program on its way into or out of a controller: begun, moved block by block, ended. Told with the answers, so that
 * what is told has happened. In an answer to a block that goes out: more u8, unknown u8, octets u16, the octets.
 */
final class UmasProgram {

    private long moved;

    /** The answer to a request; {@code note} is how much a request carried. */
    void read(UmasFunction function, long note, Cursor in, Subject device, Sink out) {
        if (function == UmasFunction.INITIALIZE_UPLOAD || function == UmasFunction.INITIALIZE_DOWNLOAD) {
            moved = 0;
            tell(function, State.STARTED, device, out);
        } else if (function == UmasFunction.UPLOAD_BLOCK) {
            moved += note;
            tell(function, State.MOVING, device, out);
        } else if (function == UmasFunction.DOWNLOAD_BLOCK) {
            in.skip(2);
            int octets = in.u16le();
            in.skip(octets);
            moved += in.ok() ? octets : 0;
            tell(function, State.MOVING, device, out);
        } else if (function == UmasFunction.END_UPLOAD || function == UmasFunction.END_DOWNLOAD) {
            tell(function, State.COMPLETE, device, out);
        }
    }

    /** A step of it was refused. */
    void refused(UmasFunction function, Subject device, Sink out) {
        if (isUpload(function) || isDownload(function)) {
            tell(function, State.BROKEN, device, out);
        }
    }

    private void tell(UmasFunction function, State state, Subject device, Sink out) {
        out.transfer(device, "program", "", isUpload(function) ? Way.INTO_DEVICE : Way.OUT_OF_DEVICE, state, moved);
    }

    private static boolean isUpload(UmasFunction function) {
        return function == UmasFunction.INITIALIZE_UPLOAD
                || function == UmasFunction.UPLOAD_BLOCK
                || function == UmasFunction.END_UPLOAD;
    }

    private static boolean isDownload(UmasFunction function) {
        return function == UmasFunction.INITIALIZE_DOWNLOAD
                || function == UmasFunction.DOWNLOAD_BLOCK
                || function == UmasFunction.END_DOWNLOAD;
    }
}
