// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.model.Attribute;

/** What is known of management objects and of those who define them: {@code objects.tsv} and {@code vendors.tsv}. */
final class SnmpObjects {

    /** iso.org.dod.internet.private.enterprises, as BER writes it. */
    private static final byte[] ENTERPRISES = {0x2b, 6, 1, 4, 1};

    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Map<String, Attribute> ATTRIBUTES = new HashMap<>();
    private static final int[] VENDOR_NUMBERS;
    private static final String[] VENDORS;

    static {
        for (List<String> row : rows("objects.tsv")) {
            NAMES.put(row.get(0), row.get(1));
            if (!row.get(2).equals("-")) {
                ATTRIBUTES.put(row.get(1), Attribute.valueOf(row.get(2)));
            }
        }
        Map<Integer, String> vendors = new TreeMap<>();
        rows("vendors.tsv").forEach(row -> vendors.put(Integer.parseInt(row.get(0)), row.get(1)));
        VENDOR_NUMBERS = vendors.keySet().stream().mapToInt(n -> n).toArray();
        VENDORS = vendors.values().toArray(String[]::new);
    }

    private SnmpObjects() {}

    private static List<List<String>> rows(String file) {
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SnmpObjects.class.getResourceAsStream("snmp/" + file)),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(List.of(line.split("\t", -1)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }

    /** An identifier in words as far as it is known, the instance in numbers: {@code sysDescr.0}; else in numbers. */
    static String spell(byte[] data, int from, int length) {
        String numbers = numbers(data, from, length);
        for (int dot = numbers.length(); dot > 0; dot = numbers.lastIndexOf('.', dot - 1)) {
            String name = NAMES.get(numbers.substring(0, dot));
            if (name != null) {
                return name + numbers.substring(dot);
            }
        }
        return numbers;
    }

    /** X.690 clause 8.19: seven bits an octet, the first number standing for two. */
    private static String numbers(byte[] data, int from, int length) {
        StringBuilder text = new StringBuilder();
        long number = 0;
        for (int i = from; i < from + length; i++) {
            number = number << 7 | data[i] & 0x7f;
            if (data[i] >= 0) {
                if (text.isEmpty()) {
                    long first = Math.min(2, number / 40);
                    text.append(first).append('.').append(number - 40 * first);
                } else {
                    text.append('.').append(number);
                }
                number = 0;
            }
        }
        return text.toString();
    }

    /** What the value of an object with this name (without instance) tells of its device; null for nothing. */
    static @Nullable Attribute attribute(String name) {
        return ATTRIBUTES.get(name);
    }

    /** Who defined an identifier below the enterprises; "" for nobody known. */
    static String vendor(byte[] data, int from, int length) {
        for (int i = 0; i < ENTERPRISES.length; i++) {
            if (i >= length || data[from + i] != ENTERPRISES[i]) {
                return "";
            }
        }
        int number = 0;
        for (int i = from + ENTERPRISES.length; i < from + Math.min(length, 9); i++) {
            number = number << 7 | data[i] & 0x7f;
            if (data[i] >= 0) {
                return vendor(number);
            }
        }
        return "";
    }

    /** By enterprise number. */
    static String vendor(int number) {
        int place = java.util.Arrays.binarySearch(VENDOR_NUMBERS, number);
        return place < 0 ? "" : VENDORS[place];
    }
}
