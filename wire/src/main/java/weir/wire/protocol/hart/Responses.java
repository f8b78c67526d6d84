// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.hart;

import weir.wire.Numbered;

/** What response codes of commands and status codes of HART-IP mean (TS20307 tables 2 and 3; TS20085 clause 10.3.2). */
final class Responses {

    private static final Numbered CODES = new Numbered("response_code ");
    private static final Numbered STATUS = new Numbered("status ");
    private static final int COMMUNICATION_ERROR = 0x80;

    private Responses() {}

    /** Whether the command was done, warnings included. */
    static boolean isDone(int code) {
        return code == 0
                || code == 8
                || code == 14
                || code >= 24 && code <= 27
                || code == 30
                || code == 31
                || code >= 96 && code < COMMUNICATION_ERROR;
    }

    static String label(int code) {
        return switch (code) {
            case 2 -> "invalid_selection";
            case 3 -> "parameter_too_large";
            case 4 -> "parameter_too_small";
            case 5 -> "too_few_data_bytes";
            case 6 -> "device_specific_error";
            case 7 -> "in_write_protect_mode";
            case 9 -> "lower_range_value_too_high";
            case 10 -> "lower_range_value_too_low";
            case 11 -> "upper_range_value_too_high";
            case 12 -> "upper_range_value_too_low";
            case 13 -> "invalid_transfer_function";
            case 15 -> "invalid_analog_channel";
            case 16 -> "access_restricted";
            case 17 -> "invalid_device_variable";
            case 18 -> "invalid_units_code";
            case 19 -> "device_variable_index_not_allowed";
            case 20 -> "invalid_extended_command";
            case 28 -> "invalid_range_units_code";
            case 32 -> "busy";
            case 33 -> "delayed_response_initiated";
            case 34 -> "delayed_response_running";
            case 35 -> "delayed_response_dead";
            case 36 -> "delayed_response_conflict";
            case 60 -> "payload_too_long";
            case 64 -> "command_not_implemented";
            default -> code >= COMMUNICATION_ERROR ? "communication_error" : CODES.of(code);
        };
    }

    /** Status of a HART-IP message itself. */
    static String status(int code) {
        return switch (code) {
            case 2 -> "invalid_selection";
            case 5 -> "too_few_data_bytes";
            case 6 -> "device_specific_error";
            case 9 -> "security_not_initialized";
            case 14 -> "version_not_supported";
            case 15 -> "all_sessions_in_use";
            case 16 -> "access_restricted";
            default -> STATUS.of(code);
        };
    }

    /** Whether a message of this status did what was asked. */
    static boolean isAccepted(int status) {
        return status == 0 || status == 8 || status == 14 || status == 30;
    }
}
