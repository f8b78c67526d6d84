// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer.Way;
import weir.wire.Cursor;
import weir.wire.Parcel;
import weir.wire.Sink;

/**
 * A program on its way into or out of a controller: begun, moved block by block, ended. Told with the answers, so that
 * what is told has happened. In an answer to a block that goes out: last u8, unknown u8, octets u16, the octets.
 */
final class UmasProgram {

    private @Nullable Parcel parcel;

    /** A request brings octets, which belong to what moves if the answer does not refuse them. */
    void sent(Cursor in, int octets, Sink out) {
        if (parcel != null && parcel.way() == Way.INTO_DEVICE && octets > 0) {
            out.part(parcel, in, octets);
        }
    }

    /** The answer to a request. */
    void read(UmasFunction function, Cursor in, Subject device, Sink out) {
        switch (function) {
            case INITIALIZE_UPLOAD, INITIALIZE_DOWNLOAD -> begin(function, device, out);
            case UPLOAD_BLOCK -> out.moving(known(function, device, out));
            case DOWNLOAD_BLOCK -> {
                in.skip(2);
                int octets = in.u16le();
                Parcel moving = known(function, device, out);
                out.part(moving, in, octets);
                out.moving(moving);
            }
            case END_UPLOAD, END_DOWNLOAD -> {
                out.complete(known(function, device, out));
                parcel = null;
            }
            default -> {}
        }
    }

    private Parcel begin(UmasFunction function, Subject device, Sink out) {
        Way way = isUpload(function) ? Way.INTO_DEVICE : Way.OUT_OF_DEVICE;
        Parcel begun = out.parcel(device, "program", "", way);
        parcel = begun;
        return begun;
    }

    /** What moves that way; one whose beginning was not seen is not whole. */
    private Parcel known(UmasFunction function, Subject device, Sink out) {
        Parcel now = parcel;
        if (now == null || (now.way() == Way.INTO_DEVICE) != isUpload(function)) {
            now = begin(function, device, out);
            now.missed();
        }
        return now;
    }

    /** A step of it was refused. */
    void refused(UmasFunction function, Subject device, Sink out) {
        if (isUpload(function) || isDownload(function)) {
            out.broken(known(function, device, out));
            parcel = null;
        }
    }

    /** Something of it may be missing. */
    void lost() {
        if (parcel != null) {
            parcel.missed();
        }
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
