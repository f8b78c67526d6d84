// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.ArrayList;
import java.util.HashSet;
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

    private SuricataOperations() {}

    static OperationTest read(Keyword keyword) throws Refused {
        String value = keyword.value();
        return switch (keyword.name()) {
            case "modbus" -> modbus(value);
            case "dnp3_func" -> services("dnp3", function(value));
            case "dnp3_obj" -> new OperationTest.Space("dnp3", object(value));
            case "enip_command" -> services("enip", SuricataNumbers.whole(value));
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

    private static OperationTest cip(String value) throws Refused {
        if (value.contains(",")) {
            throw new Refused("rules with cip_service of a class");
        }
        return services("cip", SuricataNumbers.whole(value));
    }

    /** {@code function 5}, {@code function !write}, {@code access write coils, address 100<>200}, {@code unit 1, ...}. */
    private static OperationTest modbus(String value) throws Refused {
        List<OperationTest> tests = new ArrayList<>();
        String[] parts = value.split(",");
        for (int i = 0; i < parts.length; i++) {
            String[] words = parts[i].strip().split("\\s+");
            String word = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "function" -> tests.add(modbusFunction(word));
                case "unit" -> {
                    boolean negated = word.startsWith("!");
                    long unit = SuricataNumbers.whole(negated ? word.substring(1) : word);
                    tests.add(new OperationTest.Unit("modbus", "unit " + unit, negated));
                }
                case "access" -> {
                    String[] next = i + 1 < parts.length ? parts[i + 1].strip().split("\\s+") : new String[] {""};
                    boolean addressed = next[0].equals("address") && next.length == 2;
                    tests.add(access(word, words.length > 2 ? words[2] : "", addressed ? next[1] : ""));
                    i += addressed ? 1 : 0;
                }
                default -> throw new Refused("rules with modbus " + Plainly.name(words[0]));
            }
        }
        return tests.size() == 1 ? tests.getFirst() : new OperationTest.All(tests);
    }

    private static OperationTest modbusFunction(String word) throws Refused {
        boolean negated = word.startsWith("!");
        String plain = negated ? word.substring(1) : word;
        Set<Integer> codes = new HashSet<>();
        if (!plain.isEmpty() && Character.isDigit(plain.charAt(0))) {
            codes.add(SuricataNumbers.small(plain));
        } else {
            throw new Refused("rules with the modbus function category " + Plainly.name(plain));
        }
        return new OperationTest.Services("modbus", codes, negated);
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
