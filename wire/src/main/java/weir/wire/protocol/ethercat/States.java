// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

/** The states of a station (ETG.1000.6 clause 6.4), and why it does not reach the one that it was told to. */
final class States {

    /** In the request: the error is acknowledged; in the answer: there is one. */
    private static final int ERROR = 0x10;

    private static final String[] WORDS = new String[32];

    static {
        for (int i = 0; i < WORDS.length; i++) {
            WORDS[i] = state(i & 0x0f) + ((i & ERROR) == 0 ? "" : ", error");
        }
    }

    private States() {}

    private static String state(int state) {
        return switch (state) {
            case 1 -> "init";
            case 2 -> "pre_operational";
            case 3 -> "bootstrap";
            case 4 -> "safe_operational";
            case 8 -> "operational";
            default -> "mixed";
        };
    }

    static String word(int status) {
        return WORDS[status & 0x1f];
    }

    static boolean isError(int status) {
        return (status & ERROR) != 0;
    }

    /** AL status code, ETG.1000.6 table 11. */
    static String reason(int code) {
        return switch (code) {
            case 0x0001 -> "unspecified_error";
            case 0x0002 -> "no_memory";
            case 0x0011 -> "invalid_state_change";
            case 0x0012 -> "unknown_state";
            case 0x0013 -> "bootstrap_not_supported";
            case 0x0014 -> "no_valid_firmware";
            case 0x0015, 0x0016 -> "invalid_mailbox_configuration";
            case 0x0017 -> "invalid_sync_manager_configuration";
            case 0x0018 -> "no_valid_inputs";
            case 0x0019 -> "no_valid_outputs";
            case 0x001a -> "synchronization_error";
            case 0x001b -> "sync_manager_watchdog";
            case 0x001c -> "invalid_sync_manager_types";
            case 0x001d -> "invalid_output_configuration";
            case 0x001e -> "invalid_input_configuration";
            case 0x001f -> "invalid_watchdog_configuration";
            case 0x0020 -> "needs_cold_start";
            case 0x0021 -> "needs_init";
            case 0x0022 -> "needs_pre_operational";
            case 0x0023 -> "needs_safe_operational";
            case 0x002c -> "fatal_sync_error";
            case 0x002d -> "no_sync_error";
            case 0x0030 -> "invalid_clock_configuration";
            case 0x0050 -> "eeprom_no_access";
            case 0x0051 -> "eeprom_error";
            default -> "other_error";
        };
    }
}
