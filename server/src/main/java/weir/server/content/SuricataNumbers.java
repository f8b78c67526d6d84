// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

/** Numbers as rules write them. */
final class SuricataNumbers {

    private SuricataNumbers() {}

    /** A number that is not negative. */
    static long whole(String text) throws Refused {
        long number = signed(text);
        if (number < 0) {
            throw new Refused("rules with a number that is none");
        }
        return number;
    }

    static long signed(String text) throws Refused {
        String plain = text.strip();
        try {
            return plain.startsWith("0x") ? Long.parseLong(plain, 2, plain.length(), 16) : Long.parseLong(plain);
        } catch (NumberFormatException e) {
            throw new Refused("rules with a number that is none");
        }
    }

    /** A number that fits into 31 bits, with its sign. */
    static int small(String text) throws Refused {
        long number = signed(text);
        if (number != (int) number) {
            throw new Refused("rules with a number that is none");
        }
        return (int) number;
    }
}
