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

    /** One of these services of a protocol, or none of them. */
    record Services(String protocol, Set<Integer> codes, boolean negated) implements OperationTest {

        public Services {
            codes = Set.copyOf(codes);
        }

        @Override
        public boolean holds(Operation operation) {
            return operation.protocol().equals(protocol)
                    && codes.contains(operation.service().code()) != negated;
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
            return operation.protocol().equals(protocol)
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

    /** A device behind the address: {@code unit 3}. */
    record Unit(String protocol, String unit, boolean negated) implements OperationTest {
        @Override
        public boolean holds(Operation operation) {
            return operation.protocol().equals(protocol)
                    && operation.target().unit().equals(unit) != negated;
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

    /** Asked, or answered: the two ways of a conversation. */
    record Way(boolean toServer) implements OperationTest {
        @Override
        public boolean holds(Operation operation) {
            return (operation.phase() == Phase.REQUEST) == toServer;
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
