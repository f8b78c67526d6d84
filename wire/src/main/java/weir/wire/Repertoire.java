// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Identity;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.PointValue;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Target;
import weir.model.Violation;

/**
 * What the network has said so far. A plant repeats itself: here each observation is made once and given again when the
 * same comes back, so a poll that repeats allocates nothing. Every table is bounded and starts afresh when full, so a
 * scan that never repeats costs garbage but no memory; whether a table was emptied never shows in what is told.
 */
final class Repertoire {

    private static final int MOST = 1 << 15;
    private static final int MASK = 2 * MOST - 1;

    private final @Nullable Operation[] operations = new @Nullable Operation[2 * MOST];
    private final int[] operationHashes = new int[2 * MOST];
    private final @Nullable PointValue[] points = new @Nullable PointValue[2 * MOST];
    private final @Nullable Identity[] identities = new @Nullable Identity[2 * MOST];
    private final @Nullable Subject[] subjects = new @Nullable Subject[2 * MOST];
    private final @Nullable Violation[] violations = new @Nullable Violation[2 * MOST];
    private final int[] counts = new int[5];

    Operation operation(
            String protocol,
            Service service,
            Phase phase,
            String unit,
            String space,
            long first,
            long count,
            String symbol,
            String qualifier,
            Outcome.Kind kind,
            int code,
            String label) {
        int hash = mix(System.identityHashCode(service), phase.ordinal(), unit.hashCode(), space.hashCode());
        hash = mix(hash, Long.hashCode(first), (int) count, symbol.hashCode());
        hash = mix(hash, kind.ordinal() << 24 ^ code, qualifier.hashCode(), protocol.hashCode());
        int slot = hash & MASK;
        for (Operation o = operations[slot]; o != null; o = operations[slot]) {
            Target t = operationHashes[slot] == hash ? o.target() : Target.NONE;
            if (operationHashes[slot] == hash
                    && o.service() == service
                    && o.phase() == phase
                    && t.first() == first
                    && t.count() == count
                    && o.outcome().kind() == kind
                    && o.outcome().code() == code
                    && t.unit().equals(unit)
                    && t.space().equals(space)
                    && t.symbol().equals(symbol)
                    && o.qualifier().equals(qualifier)
                    && o.outcome().label().equals(label)
                    && o.protocol().equals(protocol)) {
                return o;
            }
            slot = slot + 1 & MASK;
        }
        Outcome outcome = switch (kind) {
            case OPEN -> Outcome.OPEN;
            case DONE -> Outcome.DONE;
            case REFUSED -> new Outcome(kind, code, label);
        };
        Target target = new Target(unit, space, first, count, symbol);
        Operation made = new Operation(protocol, service, phase, target, qualifier, outcome);
        operationHashes[counts[0] == MOST ? hash & MASK : slot] = hash;
        return keep(operations, 0, slot, hash, made);
    }

    Identity identity(
            String protocol, Subject subject, Attribute attribute, String value, String source, int confidence) {
        int hash = mix(System.identityHashCode(subject), attribute.ordinal(), value.hashCode(), source.hashCode());
        int slot = hash & MASK;
        for (Identity i = identities[slot]; i != null; i = identities[slot]) {
            if (i.attribute() == attribute
                    && i.confidence() == confidence
                    && i.value().equals(value)
                    && i.source().equals(source)
                    && i.protocol().equals(protocol)
                    && i.subject().equals(subject)) {
                return i;
            }
            slot = slot + 1 & MASK;
        }
        Identity made = new Identity(protocol, subject, attribute, value, source, confidence);
        return keep(identities, 2, slot, hash, made);
    }

    PointValue point(
            String protocol,
            Subject subject,
            String space,
            long index,
            String symbol,
            String type,
            PointValue.Origin origin) {
        int hash = mix(System.identityHashCode(subject), space.hashCode(), Long.hashCode(index), symbol.hashCode());
        hash = mix(hash, type.hashCode(), origin.ordinal(), 0);
        int slot = hash & MASK;
        for (PointValue p = points[slot]; p != null; p = points[slot]) {
            Target t = p.point();
            if (t.first() == index
                    && p.origin() == origin
                    && p.type().equals(type)
                    && t.space().equals(space)
                    && t.symbol().equals(symbol)
                    && p.protocol().equals(protocol)
                    && p.subject().equals(subject)) {
                return p;
            }
            slot = slot + 1 & MASK;
        }
        Target target = new Target(subject.unit(), space, index, 1, symbol);
        return keep(points, 1, slot, hash, new PointValue(protocol, subject, target, type, origin));
    }

    Subject subject(Address address, String unit) {
        int hash = mix(address.hashCode(), unit.hashCode(), 0, 0);
        int slot = hash & MASK;
        for (Subject s = subjects[slot]; s != null; s = subjects[slot]) {
            if (s.unit().equals(unit) && s.address().equals(address)) {
                return s;
            }
            slot = slot + 1 & MASK;
        }
        return keep(subjects, 3, slot, hash, new Subject(address, unit));
    }

    Violation violation(String protocol, String name) {
        int hash = mix(protocol.hashCode(), name.hashCode(), 0, 0);
        int slot = hash & MASK;
        for (Violation v = violations[slot]; v != null; v = violations[slot]) {
            if (v.name().equals(name) && v.protocol().equals(protocol)) {
                return v;
            }
            slot = slot + 1 & MASK;
        }
        return keep(violations, 4, slot, hash, new Violation(protocol, name));
    }

    private <T> T keep(@Nullable T[] table, int which, int slot, int hash, T made) {
        int at = slot;
        if (counts[which] == MOST) {
            Arrays.fill(table, null);
            counts[which] = 0;
            at = hash & MASK;
        }
        counts[which]++;
        table[at] = made;
        return made;
    }

    private static int mix(int a, int b, int c, int d) {
        int hash = ((a * 31 + b) * 31 + c) * 31 + d;
        hash *= 0x9e37_79b9;
        return hash ^ hash >>> 15;
    }

    private static int mix(int a, int b, int c) {
        return mix(a, b, c, 0);
    }
}
