// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.wire.Cursor;

/**
 * The header of version 1 (MS-CIFS 2.2.3.1):
 *
 * <pre>
 * 0xff "SMB" | command 1 | status 4 | flags 1: 0x80 answer | flags 2: 0x4000 NT status, 0x8000 Unicode | process high 2
 * | signature 8 | 0 2 | tree 2 | process 2 | user 2 | message 2
 * </pre>
 */
final class Smb1Header {

    static final int SIZE = 32;

    int command;
    int status;
    boolean answer;
    boolean unicode;
    boolean ntStatus;
    /** Connection to a share. */
    int tree;
    /** Joins requests to their answers. */
    private long message;

    void read(Cursor in) {
        in.skip(4);
        command = in.u8();
        status = in.i32le();
        answer = (in.u8() & 0x80) != 0;
        int flags = in.u16le();
        unicode = (flags & 0x8000) != 0;
        ntStatus = (flags & 0x4000) != 0;
        in.skip(12);
        tree = in.u16le();
        long process = in.u16le();
        long user = in.u16le();
        message = user << 32 | process << 16 | in.u16le();
    }

    /** Joins the request in one block to the answer to it. */
    long key(int block) {
        return message | (long) block << 48;
    }

    boolean isRefused() {
        return ntStatus ? NtStatus.isRefusal(status) : (status & 0xff) != 0;
    }

    String statusName() {
        return ntStatus ? NtStatus.name(status) : NtStatus.dosName(status);
    }

    /** Key of an open file, which is known by a number. */
    static long file(int number) {
        return number | 1L << 61;
    }
}
