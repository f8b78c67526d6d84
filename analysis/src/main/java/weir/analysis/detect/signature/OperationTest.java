// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.signature;

import java.util.List;
import java.util.Set;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Verb;

/** What an operation of an industrial protocol has to be. */
public sealed interface OperationTest {

    boolean holds(Operation operation);

    /** Asks for one of these services of a protocol, or for none of them; an answer asks for nothing. */
    record Services(String protocol, Set<Integer> codes, boolean negated) implements OperationTest {

        public Services {
            codes = Set.copyOf(codes);
        }

        @Override
        public boolean holds(Operation operation) {
            return operation.phase() != Phase.RESPONSE
                    && operation.protocol().equals(protocol)
                    && codes.contains(operation.service().code()) != negated;
        }
    }

    /**
     * Asks for a function of Modbus, or for another. The services of functions with sub-functions are numbered by both,
     * {@code function << 8 | sub-function}.
     *
     * @param subfunction -1 for any
     */
    record Function(int function, int subfunction, boolean negated) implements OperationTest {
        @Override
        public boolean holds(Operation operation) {
            if (operation.phase() == Phase.RESPONSE || !operation.protocol().equals("modbus")) {
                return false;
            }
            int code = operation.service().code();
            boolean same = subfunction < 0
                    ? function == (code > 0xff ? code >> 8 : code)
                    : code == (function << 8 | subfunction);
            return same != negated;
        }
    }

    /**
     * Reading or writing, of some kind of object.
     *
     * @param space {@code coil}, {@code holding_register}; "" for any
     * @param first and {@code last} number of the objects that it has to touch one of; -1 for any
     */
    record Access(String protocol, boolean write, String space, long first, long last) implements OperationTest {
        @Override
        public boolean holds(Operation operation) {
            return operation.phase() != Phase.RESPONSE
                    && operation.protocol().equals(protocol)
                    && operation.verb() == (write ? Verb.WRITE : Verb.READ)
                    && (space.isEmpty() || operation.target().space().equals(space))
                    && (first < 0 || touches(operation));
        }

        private boolean touches(Operation operation) {
            long begin = operation.target().first();
            long end = begin + Math.max(1, operation.target().count()) - 1;
            return begin >= 0 && begin <= last && end >= first;
        }
    }

    /** Asks a device behind the address whose number lies between the bounds, or does not: {@code unit 3}. */
    record Unit(String protocol, int least, int most, boolean negated) implements OperationTest {

        private static final String WORD = "unit ";

        @Override
        public boolean holds(Operation operation) {
            String unit = operation.target().unit();
            if (operation.phase() == Phase.RESPONSE || !operation.protocol().equals(protocol)) {
                return false;
            }
            int number = unit.startsWith(WORD) ? number(unit) : -1;
            return (number >= least && number <= most) != negated;
        }

        private static int number(String unit) {
            int number = 0;
            for (int i = WORD.length(); i < unit.length() && number <= 0xffff; i++) {
                number = number * 10 + unit.charAt(i) - '0';
            }
            return number;
        }
    }

    /** A kind of object by its name: {@code 12:1}. */
    record Space(String protocol, String space) implements OperationTest {
        @Override
        public boolean holds(Operation operation) {
            return operation.protocol().equals(protocol)
                    && operation.target().space().equals(space);
        }
    }

    /** Something of one of these protocols, asked or answered. */
    record Speaks(Set<String> protocols) implements OperationTest {

        public Speaks {
            protocols = Set.copyOf(protocols);
        }

        @Override
        public boolean holds(Operation operation) {
            return protocols.contains(operation.protocol());
        }
    }

    /** All of these. */
    record All(List<OperationTest> tests) implements OperationTest {

        public All {
            tests = List.copyOf(tests);
        }

        @Override
        public boolean holds(Operation operation) {
            for (OperationTest test : tests) {
                if (!test.holds(operation)) {
                    return false;
                }
            }
            return true;
        }
    }
}
