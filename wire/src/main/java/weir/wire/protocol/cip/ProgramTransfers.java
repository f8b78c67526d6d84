// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Parcel;
import weir.wire.Sink;

/**
 * Follows control logic on its way into and out of a Logix controller. What engineering stations are seen to do: a
 * download clears the memory object, writes compiled routines into it by address, and ends by creating the log of
 * changes afresh; an upload reads each routine object in pieces.
 */
final class ProgramTransfers {

    private static final int CLEAR_MEMORY = 0x05;
    private static final int CREATE = 0x08;
    private static final int WRITE_MEMORY = 0x4b;
    private static final int READ_MEMORY = 0x4c;
    private static final int READ_ROUTINE = 0x4c;
    private static final Numbered ROUTINE = new Numbered("routine ");

    private boolean downloading;
    private @Nullable Parcel into;
    private @Nullable Parcel outOf;

    /** Whether a service of the memory object names an address and a size. */
    static boolean movesMemory(int service) {
        return service == WRITE_MEMORY || service == READ_MEMORY;
    }

    /** What a request writes; counted in the order of the requests, an answer says that it arrived. */
    void sent(Cursor in, Exchange asked, Sink sink) {
        if (asked.service == WRITE_MEMORY) {
            sink.part(download(sink.receiver(asked.unit), sink), in, (int) Math.min(asked.offset, in.left()));
        }
    }

    /** An answer of a memory, routine or change log object that did as asked. */
    void answer(Cursor in, Exchange asked, int status, Sink sink) {
        Subject controller = sink.sender(asked.unit);
        if (asked.classId == ObjectClasses.ROUTINE) {
            if (asked.service == READ_ROUTINE && asked.instance > 0) {
                routine(in, asked, status == Statuses.PARTIAL_TRANSFER, controller, sink);
            }
        } else if (asked.classId == ObjectClasses.CHANGE_LOG) {
            if (asked.service == CREATE && downloading) {
                downloading = false;
                sink.complete(download(controller, sink));
                into = null;
            }
        } else if (asked.service == CLEAR_MEMORY) {
            downloading = true;
            into = sink.parcel(controller, "program", "", Transfer.Way.INTO_DEVICE);
        } else if (asked.service == WRITE_MEMORY) {
            sink.moving(download(controller, sink));
        }
    }

    /** The download under way; one whose beginning was not seen is not whole. */
    private Parcel download(Subject controller, Sink sink) {
        Parcel now = into;
        if (now == null) {
            now = sink.parcel(controller, "program", "", Transfer.Way.INTO_DEVICE);
            now.missed();
            into = now;
        }
        return now;
    }

    private void routine(Cursor in, Exchange asked, boolean more, Subject controller, Sink sink) {
        String name = ROUTINE.of(asked.instance);
        Parcel now = outOf;
        if (now == null || !now.name().equals(name)) {
            now = sink.parcel(controller, "program", name, Transfer.Way.OUT_OF_DEVICE);
        }
        sink.part(now, in, in.left());
        if (more) {
            outOf = now;
            sink.moving(now);
        } else {
            outOf = null;
            sink.complete(now);
        }
    }

    /** Something of what moves may be missing. */
    void lost() {
        if (into != null) {
            into.missed();
        }
        if (outOf != null) {
            outOf.missed();
        }
    }
}
