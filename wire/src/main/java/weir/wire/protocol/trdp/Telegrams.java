// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.trdp;

/** Telegrams that every train knows, by their ComId (IEC 61375-2-3 annexes A and E). */
final class Telegrams {

    private static final int TRAIN_NETWORK_CONTROL = 130;
    private static final int SUPERVISION_CONTROL = 120;
    private static final int SUPERVISION_CONFIRM = 122;

    private Telegrams() {}

    static boolean controls(long id) {
        return id == TRAIN_NETWORK_CONTROL || id == SUPERVISION_CONTROL || id == SUPERVISION_CONFIRM;
    }

    static String name(long id) {
        return switch ((int) id) {
            case 1 -> "backbone_control";
            case 2 -> "consist_information";
            case 3 -> "consist_information_control";
            case 10 -> "echo";
            case 31 -> "statistics_pull";
            case 32 -> "statistics_request";
            case 35 -> "global_statistics";
            case 36 -> "subscription_statistics";
            case 37 -> "publication_statistics";
            case 100 -> "train_directory_status";
            case 101 -> "operational_directory";
            case 102 -> "train_directory_request";
            case 103 -> "train_directory";
            case 104 -> "static_consist_request";
            case 105 -> "static_consist";
            case 106 -> "network_directory_request";
            case 107 -> "network_directory";
            case 108 -> "operational_directory_request";
            case 109 -> "operational_directory_reply";
            case 110 -> "complete_directory_request";
            case 111 -> "complete_directory";
            case 120 -> "supervision_control";
            case 121 -> "supervision_status";
            case 122 -> "supervision_confirm_request";
            case 123 -> "supervision_confirm";
            case 130 -> "backbone_node_control_request";
            case 131 -> "backbone_node_control";
            case 132 -> "backbone_directory_request";
            case 133 -> "backbone_directory";
            case 140 -> "name_request";
            case 141 -> "name_reply";
            default -> "";
        };
    }

    /** Why there is no reply (IEC 61375-2-3 annex A, ReplyStatus). */
    static String status(int status) {
        return switch (status) {
            case -1 -> "reserved";
            case -2 -> "session_aborted";
            case -3 -> "no_replier";
            case -4 -> "no_memory_at_replier";
            case -5 -> "no_memory";
            case -6 -> "no_reply";
            case -7 -> "not_all_replies";
            case -8 -> "no_confirm";
            case -9 -> "wrong_topography_counter";
            case -10 -> "sending_failed";
            default -> "unspecified_error";
        };
    }
}
