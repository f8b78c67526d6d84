// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.wire.NamedCodes;
import weir.wire.Numbered;

/** How a request ended (MS-ERREF 2.3; MS-CIFS 2.2.2.4 for the older kind, {@code class 1 | 0 | number 2}). */
final class NtStatus {

    static final int PENDING = 0x103;
    static final int MORE_PROCESSING = 0xc000_0016;
    static final int BUFFER_OVERFLOW = 0x8000_0005;
    private static final int END_OF_FILE = 0xc000_0011;
    private static final int NO_MORE_FILES = 0x8000_0006;

    private static final NamedCodes NAMES = new NamedCodes("smb/statuses", "status_");
    private static final Numbered DOS = new Numbered("dos_error_");
    private static final Numbered SERVER = new Numbered("server_error_");

    private NtStatus() {}

    /** Whether it says that there is no more to give, not that something went wrong. */
    static boolean isEnd(int status) {
        return status == END_OF_FILE || status == NO_MORE_FILES;
    }

    /** Whether it is an error; a warning, the end of a list, or that more is to come is none. */
    static boolean isRefusal(int status) {
        return status >>> 30 == 3 && status != MORE_PROCESSING && status != END_OF_FILE;
    }

    static String name(int status) {
        return NAMES.of(status & 0xffff_ffffL);
    }

    static String dosName(int status) {
        int number = status >>> 16;
        if ((status & 0xff) == 1) {
            return switch (number) {
                case 1 -> "invalid_function";
                case 2 -> "file_not_found";
                case 3 -> "path_not_found";
                case 5 -> "access_denied";
                case 6 -> "invalid_handle";
                case 18 -> "no_more_files";
                case 32 -> "sharing_violation";
                case 33 -> "lock_conflict";
                case 80 -> "file_exists";
                case 87 -> "invalid_parameter";
                default -> DOS.of(number);
            };
        }
        return switch (number) {
            case 2 -> "wrong_password";
            case 4 -> "no_access";
            case 5 -> "invalid_tree";
            case 6 -> "invalid_share";
            case 91 -> "invalid_user";
            default -> SERVER.of(number);
        };
    }
}
