// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

/** How file commands and blocks of files ended (IEEE 1815 tables 5-2 and 5-3). */
final class FileStatus {

    private FileStatus() {}

    static String ofCommand(int status) {
        return switch (status) {
            case 1 -> "permission_denied";
            case 2 -> "invalid_mode";
            case 3 -> "file_not_found";
            case 4 -> "file_locked";
            case 5 -> "too_many_files_open";
            case 6 -> "invalid_handle";
            case 7 -> "write_block_size";
            case 8 -> "communication_lost";
            case 9 -> "cannot_abort";
            default -> shared(status);
        };
    }

    static String ofBlock(int status) {
        return switch (status) {
            case 8 -> "communication_lost";
            case 17 -> "handle_expired";
            case 18 -> "buffer_overrun";
            case 19 -> "fatal";
            case 20 -> "block_sequence";
            default -> shared(status);
        };
    }

    private static String shared(int status) {
        return status == 16 ? "not_opened" : "undefined";
    }
}
