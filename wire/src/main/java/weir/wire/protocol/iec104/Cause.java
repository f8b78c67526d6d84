// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Cause of transmission: why an ASDU was sent (IEC 60870-5-101 clause 7.2.3), and the words made with it. */
final class Cause {

    static final int REQUEST = 5;
    static final int ACTIVATION = 6;
    static final int ACTIVATION_CONFIRMATION = 7;
    static final int DEACTIVATION = 8;
    static final int DEACTIVATION_CONFIRMATION = 9;
    static final int ACTIVATION_TERMINATION = 10;
    private static final int FIRST_UNKNOWN = 44;
    private static final int LAST_UNKNOWN = 47;
    private static final int MOST = 64;

    /** What a command asks for beyond its cause. */
    enum Step {
        NONE(""),
        SELECT(" select"),
        EXECUTE(" execute"),
        FREEZE(" freeze"),
        FREEZE_AND_RESET(" freeze_and_reset"),
        RESET(" reset"),
        SELECT_FILE(" select_file"),
        REQUEST_FILE(" request_file"),
        DEACTIVATE_FILE(" deactivate_file"),
        DELETE_FILE(" delete_file"),
        SELECT_SECTION(" select_section"),
        REQUEST_SECTION(" request_section"),
        DEACTIVATE_SECTION(" deactivate_section");

        private final String word;

        Step(String word) {
            this.word = word;
        }
    }

    private static final String[] NAMES = names();

    /** For each step, by cause and test bit. */
    private static final Map<Step, List<String>> WORDS = words();

    private Cause() {}

    static String name(int cause) {
        return NAMES[cause];
    }

    /** {@code activation select}, {@code spontaneous test}. */
    static String words(int cause, Step step, boolean test) {
        List<String> words = WORDS.get(step);
        return words == null ? "" : words.get(2 * cause + (test ? 1 : 0));
    }

    static boolean isUnknown(int cause) {
        return cause >= FIRST_UNKNOWN && cause <= LAST_UNKNOWN;
    }

    private static String[] names() {
        String[] names = new String[MOST];
        for (int cause = 0; cause < MOST; cause++) {
            names[cause] = name(cause, "cause_" + cause);
        }
        return names;
    }

    private static String name(int cause, String other) {
        if (cause >= 21 && cause <= 36) {
            return "interrogated_group_" + (cause - 20);
        }
        if (cause >= 38 && cause <= 41) {
            return "counter_interrogated_group_" + (cause - 37);
        }
        return switch (cause) {
            case 1 -> "periodic";
            case 2 -> "background";
            case 3 -> "spontaneous";
            case 4 -> "initialized";
            case REQUEST -> "request";
            case ACTIVATION -> "activation";
            case ACTIVATION_CONFIRMATION -> "activation_confirmation";
            case DEACTIVATION -> "deactivation";
            case DEACTIVATION_CONFIRMATION -> "deactivation_confirmation";
            case ACTIVATION_TERMINATION -> "activation_termination";
            case 11 -> "return_remote";
            case 12 -> "return_local";
            case 13 -> "file_transfer";
            case 14 -> "authentication";
            case 15 -> "session_key";
            case 16 -> "user_role_and_update_key";
            case 20 -> "interrogated_station";
            case 37 -> "counter_interrogated_general";
            case 44 -> "unknown_type";
            case 45 -> "unknown_cause";
            case 46 -> "unknown_common_address";
            case 47 -> "unknown_object_address";
            default -> other;
        };
    }

    private static Map<Step, List<String>> words() {
        Map<Step, List<String>> words = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            List<String> made = new ArrayList<>();
            for (String name : NAMES) {
                made.add(name + step.word);
                made.add(name + step.word + " test");
            }
            words.put(step, List.copyOf(made));
        }
        return words;
    }
}
