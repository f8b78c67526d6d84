// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.wire.Cursor;

/**
 * What a record is read from or written to: {@code sequence 2 | AR 16 | API 4 | slot 2 | subslot 2 | 0 2 | index 2 | length 4 |
 * 24 more}; in the answer to a write the status stands 4 octets behind the length.
 */
final class RecordHeader {

    static final int MULTIPLE_WRITE = 0xe040;

    private static final int LENGTH = 58;
    /** From here on records are made of blocks, but for those of drives. */
    private static final int BLOCKS = 0x8000;

    private static final int DRIVE_LOCAL = 0xb02e;
    private static final int DRIVE_GLOBAL = 0xb02f;

    int sequence;
    int slot;
    int subslot;
    int index;
    int length;
    int status;

    /** False where it is too short. */
    boolean read(Cursor in) {
        int end = in.read() + LENGTH;
        sequence = in.u16();
        in.skip(20);
        slot = in.u16();
        subslot = in.u16();
        in.skip(2);
        index = in.u16();
        length = in.i32();
        in.skip(4);
        status = in.i32();
        in.seek(end);
        return in.ok();
    }

    boolean hasBlocks() {
        return index >= BLOCKS && index != DRIVE_LOCAL && index != DRIVE_GLOBAL;
    }
}
