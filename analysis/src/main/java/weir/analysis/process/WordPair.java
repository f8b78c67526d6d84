// SPDX-License-Identifier: Apache-2.0
package weir.analysis.process;

import org.jspecify.annotations.Nullable;
import weir.model.Point.Wide;
import weir.model.Point.Wide.Form;

/**
 * Two neighbouring 16-bit registers that may be one 32-bit number. A float speaks for itself when its exponent keeps to
 * what plants measure: of 256 exponents about 34 do, so each further different value makes chance less likely. A long
 * integer speaks for itself when the low word runs over just as the high word steps.
 */
final class WordPair {

    private static final double CHANCE = 34.0 / 256;
    private static final double SMALLEST = 1e-3;
    private static final double LARGEST = 1e7;
    private static final int ENOUGH_DIFFERENT = 2;
    private static final double SHARE = 0.95;

    /** Beyond so many different values chance is out of the question. */
    private static final int MOST_DIFFERENT = 64;

    private long told;
    private long different;
    private int first;
    private int second;
    private long highFirst;
    private long lowFirst;
    private int carriesHighFirst;
    private int carriesLowFirst;
    private int stepsFirst;
    private int stepsSecond;

    /** Both registers as one message told them, 0 to 65535. */
    void add(int one, int two) {
        if (told > 0 && one == first && two == second) {
            return;
        }
        if (told > 0) {
            step(one, two);
        }
        told++;
        first = one;
        second = two;
        if (one != 0 || two != 0) {
            different++;
            highFirst += plausible(one << 16 | two) ? 1 : 0;
            lowFirst += plausible(two << 16 | one) ? 1 : 0;
        }
    }

    private void step(int one, int two) {
        if (one != first) {
            stepsFirst++;
            carriesHighFirst += carries(one - first, two - second) ? 1 : 0;
        }
        if (two != second) {
            stepsSecond++;
            carriesLowFirst += carries(two - second, one - first) ? 1 : 0;
        }
    }

    /** The high word steps by one, and the low word jumps the other way. */
    private static boolean carries(int high, int low) {
        return (high == 1 && low < -0x4000) || (high == -1 && low > 0x4000);
    }

    private static boolean plausible(int bits) {
        float value = Math.abs(Float.intBitsToFloat(bits));
        return value >= SMALLEST && value <= LARGEST;
    }

    /** What they most likely are together; null where nothing speaks for one number. */
    @Nullable
    Wide verdict() {
        if (carriesHighFirst > 1 && carriesHighFirst == stepsFirst) {
            return integer(Form.INTEGER_HIGH_FIRST, carriesHighFirst);
        }
        if (carriesLowFirst > 1 && carriesLowFirst == stepsSecond) {
            return integer(Form.INTEGER_LOW_FIRST, carriesLowFirst);
        }
        boolean high = highFirst >= lowFirst;
        long agreeing = high ? highFirst : lowFirst;
        long rival = high ? lowFirst : highFirst;
        if (different < ENOUGH_DIFFERENT || agreeing < different * SHARE) {
            return null;
        }
        double chance = Math.pow(CHANCE, Math.min(different, MOST_DIFFERENT));
        double confidence = (1 - chance) * (1 - 0.5 * rival / agreeing);
        int bits = high ? first << 16 | second : second << 16 | first;
        return new Wide(high ? Form.FLOAT_HIGH_FIRST : Form.FLOAT_LOW_FIRST, confidence, Float.intBitsToFloat(bits));
    }

    private Wide integer(Form form, int carries) {
        long value = form == Form.INTEGER_HIGH_FIRST ? (long) first << 16 | second : (long) second << 16 | first;
        return new Wide(form, 1 - Math.pow(0.5, carries), value);
    }
}
