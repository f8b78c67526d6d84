// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as Zeek writes them: six decimals, no zeros at the end, one decimal at least. */
final class Digits {

    private static final int DECIMALS = 6;

    /** Beyond this they are written with an exponent. */
    private static final double LARGE = 0x7fff_ffffL;

    private Digits() {}

    static String of(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (Math.abs(number) > LARGE) {
            return String.format(Locale.ROOT, "%e", number);
        }
        BigDecimal rounded = new BigDecimal(number)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        String text = rounded.toPlainString();
        return text.contains(".") ? text : text + ".0";
    }
}
