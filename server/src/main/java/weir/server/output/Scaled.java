// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import weir.model.Point;

/** Values as people read them: whole numbers without a point, scaled as their tag says. */
final class Scaled {

    private static final MathContext DIGITS = new MathContext(9);

    private Scaled() {}

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The value by its tag; texts and values without a tag as they are. */
    static String text(String value, Point.@Nullable Tag tag) {
        if (tag == null || (tag.scale() == 1 && tag.offset() == 0)) {
            return value;
        }
        try {
            double scaled = Double.parseDouble(value) * tag.scale() + tag.offset();
            return Double.isFinite(scaled)
                    ? new BigDecimal(scaled, DIGITS).stripTrailingZeros().toPlainString()
                    : value;
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
