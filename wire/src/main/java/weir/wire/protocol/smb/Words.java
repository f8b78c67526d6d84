// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.wire.Numbered;

/** The protocol's own words for numbers in its messages. */
final class Words {

    static final int PIPE_TRANSCEIVE = 0x0011_c017;

    private static final Numbered CONTROL = Numbered.hex("fsctl_");

    private Words() {}

    /** What is wanted of a file that is there or is not (MS-SMB2 2.2.13). */
    static String disposition(int disposition) {
        return switch (disposition) {
            case 0 -> "supersede";
            case 1 -> "open";
            case 2 -> "create";
            case 3 -> "open_or_create";
            case 4 -> "overwrite";
            case 5 -> "overwrite_or_create";
            default -> "";
        };
    }

    /** What was done to open a file (MS-SMB2 2.2.14). */
    static String action(int action) {
        return switch (action) {
            case 0 -> "superseded";
            case 1 -> "opened";
            case 2 -> "created";
            case 3 -> "overwritten";
            default -> "";
        };
    }

    /** MS-SMB2 2.2.10. */
    static String share(int kind) {
        return switch (kind) {
            case 1 -> "disk";
            case 2 -> "pipe";
            case 3 -> "print";
            default -> "";
        };
    }

    /** Whose information is asked for or set (MS-SMB2 2.2.37). */
    static String information(int kind) {
        return switch (kind) {
            case 1 -> "file";
            case 2 -> "file_system";
            case 3 -> "security";
            case 4 -> "quota";
            default -> "";
        };
    }

    /** MS-SMB2 2.2.31, MS-FSCC 2.3. */
    static String control(int code) {
        return switch (code) {
            case 0x0006_0194 -> "dfs_get_referrals";
            case 0x0006_01b0 -> "dfs_get_referrals_ex";
            case 0x0011_400c -> "pipe_peek";
            case 0x0011_0018 -> "pipe_wait";
            case PIPE_TRANSCEIVE -> "pipe_transceive";
            case 0x0014_40f2, 0x0014_80f2 -> "copy_chunk";
            case 0x0014_4064 -> "enumerate_snapshots";
            case 0x0014_0078 -> "request_resume_key";
            case 0x0014_41bb -> "read_hash";
            case 0x0014_01d4 -> "resiliency_request";
            case 0x0014_01fc -> "query_network_interface_info";
            case 0x0009_00a4 -> "set_reparse_point";
            case 0x0009_00a8 -> "get_reparse_point";
            case 0x0009_8208 -> "file_level_trim";
            case 0x0014_0204 -> "validate_negotiate_info";
            case 0x0009_00c0 -> "create_or_get_object_id";
            default -> CONTROL.of(code & 0xffff_ffffL);
        };
    }

    /** The version that a server chose (MS-SMB2 2.2.4). */
    static String dialect(int revision) {
        return switch (revision) {
            case 0x0202 -> "2.0.2";
            case 0x0210 -> "2.1";
            case 0x02ff -> "2.x";
            case 0x0300 -> "3.0";
            case 0x0302 -> "3.0.2";
            case 0x0311 -> "3.1.1";
            default -> "";
        };
    }
}
