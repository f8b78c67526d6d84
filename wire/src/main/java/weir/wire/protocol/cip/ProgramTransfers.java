// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.model.Transfer;
import weir.wire.Cursor;
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

    private boolean downloading;
    private long into;
    private long out;

    /** Whether a service of the memory object names an address and a size. */
    static boolean movesMemory(int service) {
        return service == WRITE_MEMORY || service == READ_MEMORY;
    }

    /** An answer of a memory, routine or change log object that did as asked. */
    void answer(Cursor in, Exchange asked, int status, Sink sink) {
        if (asked.classId == ObjectClasses.ROUTINE) {
            if (asked.service == READ_ROUTINE && asked.instance > 0) {
                out += in.left();
                boolean more = status == Statuses.PARTIAL_TRANSFER;
                tell(
                        asked,
                        Transfer.Way.OUT_OF_DEVICE,
                        more ? Transfer.State.MOVING : Transfer.State.COMPLETE,
                        out,
                        sink);
                out = more ? out : 0;
            }
        } else if (asked.classId == ObjectClasses.CHANGE_LOG) {
            if (asked.service == CREATE && downloading) {
                downloading = false;
                tell(asked, Transfer.Way.INTO_DEVICE, Transfer.State.COMPLETE, into, sink);
            }
        } else if (asked.service == CLEAR_MEMORY) {
            downloading = true;
            into = 0;
            tell(asked, Transfer.Way.INTO_DEVICE, Transfer.State.STARTED, 0, sink);
        } else if (asked.service == WRITE_MEMORY) {
            into += asked.offset;
            tell(asked, Transfer.Way.INTO_DEVICE, Transfer.State.MOVING, into, sink);
        }
    }

    private static void tell(Exchange asked, Transfer.Way way, Transfer.State state, long bytes, Sink sink) {
        sink.transfer(sink.sender(asked.unit), "program", "", way, state, bytes);
    }
}
