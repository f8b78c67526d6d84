// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import weir.analysis.detect.signature.OperationTest;
import weir.server.content.SuricataRule.Keyword;

/** Keywords about operations of industrial protocols. */
final class SuricataOperations {

    /** Application functions of DNP3 from 0 on (IEEE 1815, table 4-3), as rules name them. */
    private static final List<String> FUNCTIONS = List.of(
            "confirm",
            "read",
            "write",
            "select",
            "operate",
            "direct_operate",
            "direct_operate_nr",
            "immed_freeze",
            "immed_freeze_nr",
            "freeze_clear",
            "freeze_clear_nr",
            "freeze_at_time",
            "freeze_at_time_nr",
            "cold_restart",
            "warm_restart",
            "initialize_data",
            "initialize_appl",
            "start_appl",
            "stop_appl",
            "save_config",
            "enable_unsolicited",
            "disable_unsolicited",
            "assign_class",
            "delay_measure",
            "record_current_time",
            "open_file",
            "close_file",
            "delete_file",
            "get_file_info",
            "authenticate_file",
            "abort_file",
            "activate_config",
            "authenticate_req",
            "authenticate_err");

    /** Function of Modbus whose messages are told as those of a protocol of their own. */
    private static final int UMAS = 90;

    private static final long SEND_RR_DATA = 0x6f;
    private static final long SEND_UNIT_DATA = 0x70;

    /** Multiple service packet, PCCC, unconnected send: told as what they carry. */
    private static final Set<Long> CARRIERS = Set.of(0x0aL, 0x4bL, 0x52L);

    private SuricataOperations() {}

    static OperationTest read(Keyword keyword) throws Refused {
        String value = keyword.value();
        return switch (keyword.name()) {
            case "modbus" -> modbus(value);
            case "dnp3_func" -> services("dnp3", function(value));
            case "dnp3_obj" -> new OperationTest.Space("dnp3", object(value));
            case "enip_command" -> command(SuricataNumbers.whole(value));
            case "cip_service" -> cip(value);
            default -> throw new Refused("rules with the keyword " + Plainly.name(keyword.name()));
        };
    }

    private static OperationTest services(String protocol, long code) {
        return new OperationTest.Services(protocol, Set.of((int) code), false);
    }

    /** What an answer is stands with its question: rules about answers as such cannot be judged. */
    private static long function(String value) throws Refused {
        int named = FUNCTIONS.indexOf(value.toLowerCase(Locale.ROOT));
        if (named >= 0) {
            return named;
        }
        long code = switch (value) {
            case "response" -> 129;
            case "unsolicited_response" -> 130;
            default -> SuricataNumbers.whole(value);
        };
        if (code >= FUNCTIONS.size() && code != 130) {
            throw new Refused("rules with dnp3_func about answers");
        }
        return code;
    }

    private static String object(String value) throws Refused {
        String[] parts = value.split(",");
        if (parts.length != 2) {
            throw new Refused("rules with a broken dnp3_obj");
        }
        return SuricataNumbers.whole(parts[0]) + ":" + SuricataNumbers.whole(parts[1]);
    }

    /** Commands that only carry others are told as what they carry. */
    private static OperationTest command(long code) throws Refused {
        if (code == SEND_RR_DATA || code == SEND_UNIT_DATA) {
            throw new Refused("rules with an enip_command that carries others");
        }
        return services("enip", code);
    }

    private static OperationTest cip(String value) throws Refused {
        if (value.contains(",")) {
            throw new Refused("rules with cip_service of a class");
        }
        long code = SuricataNumbers.whole(value);
        if (CARRIERS.contains(code)) {
            throw new Refused("rules with a cip_service that carries others");
        }
        return services("cip", code);
    }

    /** {@code function 8, subfunction 4}, {@code access write coils, address 100<>200}, {@code unit 1, ...}. */
    private static OperationTest modbus(String value) throws Refused {
        List<OperationTest> tests = new ArrayList<>();
        String[] parts = value.split(",");
        for (int i = 0; i < parts.length; i++) {
            String[] words = parts[i].strip().split("\\s+", 2);
            String word = words.length > 1 ? words[1] : "";
            String next = i + 1 < parts.length ? parts[i + 1].strip() : "";
            switch (words[0]) {
                case "function" -> {
                    boolean more = next.startsWith("subfunction ");
                    tests.add(function(word, more ? SuricataNumbers.small(next.substring(12)) : -1));
                    i += more ? 1 : 0;
                }
                case "unit" -> tests.add(unit(word));
                case "access" -> {
                    boolean more = next.startsWith("address ");
                    String[] kinds = word.split("\\s+");
                    String kind = kinds.length > 1 ? kinds[1] : "";
                    tests.add(access(kinds[0], kind, more ? next.substring(8).strip() : ""));
                    i += more ? 1 : 0;
                }
                default -> throw new Refused("rules with modbus " + Plainly.name(words[0]));
            }
        }
        return tests.size() == 1 ? tests.getFirst() : new OperationTest.All(tests);
    }

    private static OperationTest function(String word, int subfunction) throws Refused {
        boolean negated = word.startsWith("!");
        String plain = negated ? word.substring(1) : word;
        if (plain.isEmpty() || !Character.isDigit(plain.charAt(0))) {
            throw new Refused("rules with the modbus function category " + Plainly.name(plain));
        }
        int code = SuricataNumbers.small(plain);
        if (code == UMAS && !negated && subfunction < 0) {
            return new OperationTest.Services("umas", Set.of(), true);
        }
        if (code == UMAS || code > 127 || subfunction >= 0 && !isTold(code, subfunction)) {
            throw new Refused("rules with a modbus function that is not told on its own");
        }
        return new OperationTest.Function(code, subfunction, negated);
    }

    /** Sub-functions that operations are told of: of the diagnostics, and of the encapsulated interface. */
    private static boolean isTold(int function, int subfunction) {
        return function == 8 && (subfunction <= 4 || subfunction >= 10 && subfunction <= 21)
                || function == 43 && (subfunction == 13 || subfunction == 14);
    }

    /** {@code 3}, {@code !3}, {@code <3}, {@code >3}, {@code 3<>9} without the bounds. */
    private static OperationTest unit(String text) throws Refused {
        boolean negated = text.startsWith("!");
        String plain = negated ? text.substring(1).strip() : text;
        int between = plain.indexOf("<>");
        int least = 0;
        int most = 255;
        if (between > 0) {
            least = SuricataNumbers.small(plain.substring(0, between)) + 1;
            most = SuricataNumbers.small(plain.substring(between + 2)) - 1;
        } else if (plain.startsWith("<")) {
            most = SuricataNumbers.small(plain.substring(1)) - 1;
        } else if (plain.startsWith(">")) {
            least = SuricataNumbers.small(plain.substring(1)) + 1;
        } else {
            least = SuricataNumbers.small(plain);
            most = least;
        }
        if (least <= 0 || most >= 255) {
            throw new Refused("rules with modbus unit 0 or 255, which both stand for the device itself");
        }
        return new OperationTest.Unit("modbus", least, most, negated);
    }

    /** @param address counted from 1, as these rules do: {@code 100}, {@code 100<>200}, {@code <100}, {@code >100} */
    private static OperationTest access(String way, String what, String address) throws Refused {
        if (!way.equals("read") && !way.equals("write")) {
            throw new Refused("rules with modbus access " + Plainly.name(way));
        }
        String space = switch (what) {
            case "" -> "";
            case "coils" -> "coil";
            case "discretes" -> "discrete_input";
            case "input" -> "input_register";
            case "holding" -> "holding_register";
            default -> throw new Refused("rules with modbus access to " + Plainly.name(what));
        };
        long first = -1;
        long last = Long.MAX_VALUE;
        int between = address.indexOf("<>");
        if (between > 0) {
            first = SuricataNumbers.whole(address.substring(0, between));
            last = SuricataNumbers.whole(address.substring(between + 2)) - 2;
        } else if (address.startsWith("<")) {
            first = 0;
            last = SuricataNumbers.whole(address.substring(1)) - 2;
        } else if (address.startsWith(">")) {
            first = SuricataNumbers.whole(address.substring(1));
        } else if (!address.isEmpty()) {
            first = SuricataNumbers.whole(address) - 1;
            last = first;
        }
        return new OperationTest.Access("modbus", way.equals("write"), space, first, last);
    }
}
