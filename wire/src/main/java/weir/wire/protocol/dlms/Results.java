// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dlms;

import weir.wire.Numbered;

/** What the results of accesses and actions mean (IEC 62056-5-3 clause 9.5). */
final class Results {

    private static final Numbered RESULT = new Numbered("result ");

    private Results() {}

    static String label(DlmsService service, int result) {
        return switch (result) {
            case 1 -> "hardware_fault";
            case 2 -> "temporary_failure";
            case 3 -> "read_write_denied";
            case 4 -> "object_undefined";
            case 9 -> "object_class_inconsistent";
            case 11 -> "object_unavailable";
            case 12 -> "type_unmatched";
            case 13 -> "scope_of_access_violated";
            case 14 -> "data_block_unavailable";
            case 15 -> service == DlmsService.ACTION ? "long_action_aborted" : "long_get_aborted";
            case 16 -> service == DlmsService.ACTION ? "no_long_action_in_progress" : "no_long_get_in_progress";
            case 17 -> "long_set_aborted";
            case 18 -> "no_long_set_in_progress";
            case 19 -> "data_block_number_invalid";
            case 250 -> "other_reason";
            default -> RESULT.of(result);
        };
    }

    /** Whether the service is known at all. */
    static String state(int state) {
        return switch (state) {
            case 1 -> "service_not_allowed";
            case 2 -> "service_unknown";
            default -> "";
        };
    }

    static String exception(int error) {
        return switch (error) {
            case 1 -> "operation_not_possible";
            case 2 -> "service_not_supported";
            case 3 -> "other_reason";
            case 4 -> "pdu_too_long";
            case 5 -> "deciphering_error";
            case 6 -> "invocation_counter_error";
            default -> RESULT.of(error);
        };
    }
}
