// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

/**
 * A number in the payload compares well with one that the rule names.
 *
 * @param size octets: 1 to 8, or digits where it is written in them
 * @param base 0 for a binary number, else that of its digits: 8, 10, 16
 * @param relative counted from the end of what was found before
 */
public record NumberTest(
        int size,
        int base,
        boolean little,
        Operator operator,
        boolean negated,
        long value,
        int offset,
        boolean relative)
        implements PayloadTest {

    /** How the number of the payload stands to that of the rule. */
    public enum Operator {
        LESS,
        LESS_OR_EQUAL,
        EQUAL,
        MORE,
        MORE_OR_EQUAL,
        AND,
        XOR
    }

    boolean holds(byte[] data, int from, int to, int last) {
        long first = (long) from + offset + (relative ? last : 0);
        if (first < from || first > to - size) {
            return false;
        }
        int at = (int) first;
        if (base == 0) {
            return compares(binary(data, at)) != negated;
        }
        long number = digits(data, at);
        return number >= 0 && compares(number) != negated;
    }

    private long binary(byte[] data, int at) {
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = number << 8 | data[little ? at + size - 1 - i : at + i] & 0xff;
        }
        return number;
    }

    /** -1 where they are no digits. */
    private long digits(byte[] data, int at) {
        long number = 0;
        int read = 0;
        for (int i = 0; i < size; i++) {
            int digit = Character.digit(data[at + i], base);
            if (digit < 0) {
                break;
            }
            number = number * base + digit;
            read++;
        }
        return read == 0 ? -1 : number;
    }

    private boolean compares(long number) {
        return switch (operator) {
            case LESS -> Long.compareUnsigned(number, value) < 0;
            case LESS_OR_EQUAL -> Long.compareUnsigned(number, value) <= 0;
            case EQUAL -> number == value;
            case MORE -> Long.compareUnsigned(number, value) > 0;
            case MORE_OR_EQUAL -> Long.compareUnsigned(number, value) >= 0;
            case AND -> (number & value) != 0;
            case XOR -> (number ^ value) != 0;
        };
    }
}
