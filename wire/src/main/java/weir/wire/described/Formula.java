// SPDX-License-Identifier: Apache-2.0
package weir.wire.described;

/** A number that depends on the fields read so far; 0 is false and all else true. Reading one allocates nothing. */
public sealed interface Formula {

    record Constant(long value) implements Formula {}

    /** The field that is kept at this place. */
    record Field(int slot) implements Formula {}

    /** Octets of the message that are not read yet. */
    record Left() implements Formula {}

    /** Octets of the message that are read. */
    record Read() implements Formula {}

    /** Whether the client sent it. */
    record FromClient() implements Formula {}

    /** How many objects the request asked for that this message answers; 0 where it was not seen. */
    record Asked() implements Formula {}

    record Not(Formula inner) implements Formula {}

    record Both(Operator operator, Formula left, Formula right) implements Formula {}

    /** What joins two formulas. */
    enum Operator {
        OR("or"),
        AND("and"),
        EQUAL("=="),
        UNEQUAL("!="),
        AT_MOST("<="),
        AT_LEAST(">="),
        LESS("<"),
        MORE(">"),
        BITS("&"),
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        OVER("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /** A division by nothing gives nothing. */
        long of(long a, long b) {
            return switch (this) {
                case OR -> truth(a != 0 || b != 0);
                case AND -> truth(a != 0 && b != 0);
                case EQUAL -> truth(a == b);
                case UNEQUAL -> truth(a != b);
                case AT_MOST -> truth(a <= b);
                case AT_LEAST -> truth(a >= b);
                case LESS -> truth(a < b);
                case MORE -> truth(a > b);
                case BITS -> a & b;
                case PLUS -> a + b;
                case MINUS -> a - b;
                case TIMES -> a * b;
                case OVER -> b == 0 ? 0 : a / b;
            };
        }
    }

    /** Its value for the message that is being read. */
    default long in(Scene scene) {
        return switch (this) {
            case Constant(long value) -> value;
            case Field(int slot) -> scene.slots[slot];
            case Left left -> scene.in.left();
            case Read read -> scene.in.read();
            case FromClient asks -> truth(scene.fromClient);
            case Asked asked -> scene.asked();
            case Not(Formula inner) -> truth(inner.in(scene) == 0);
            case Both(Operator operator, Formula left, Formula right) -> operator.of(left.in(scene), right.in(scene));
        };
    }

    private static long truth(boolean it) {
        return it ? 1 : 0;
    }
}
