// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.util.Arrays;
import java.util.Objects;
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

    private final Told<Operation> operations = new Told<>();
    private final Told<PointValue> points = new Told<>();
    private final Told<Identity> identities = new Told<>();
    private final Told<Subject> subjects = new Told<>();
    private final Told<Violation> violations = new Told<>();

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
        for (int i = operations.first(hash); operations.at(i) instanceof Operation o; i = operations.after(i)) {
            Target t = o.target();
            Outcome outcome = o.outcome();
            if (o.service() == service
                    && o.phase() == phase
                    && t.first() == first
                    && t.count() == count
                    && outcome.kind() == kind
                    && outcome.code() == code
                    && same(t.unit(), unit)
                    && same(t.space(), space)
                    && same(t.symbol(), symbol)
                    && same(o.qualifier(), qualifier)
                    && same(outcome.label(), label)
                    && same(o.protocol(), protocol)) {
                return o;
            }
        }
        Outcome outcome = switch (kind) {
            case OPEN -> Outcome.OPEN;
            case DONE -> Outcome.DONE;
            case REFUSED -> new Outcome(kind, code, label);
        };
        Target target = new Target(unit, space, first, count, symbol);
        return operations.keep(hash, new Operation(protocol, service, phase, target, qualifier, outcome));
    }

    Identity identity(
            String protocol, Subject subject, Attribute attribute, String value, String source, int confidence) {
        int hash = mix(System.identityHashCode(subject), attribute.ordinal(), value.hashCode(), source.hashCode());
        for (int slot = identities.first(hash);
                identities.at(slot) instanceof Identity i;
                slot = identities.after(slot)) {
            if (i.attribute() == attribute
                    && i.confidence() == confidence
                    && i.value().equals(value)
                    && i.source().equals(source)
                    && same(i.protocol(), protocol)
                    && i.subject().equals(subject)) {
                return i;
            }
        }
        Identity made = new Identity(protocol, subject, attribute, value, source, confidence);
        return identities.keep(hash, made);
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
        for (int i = points.first(hash); points.at(i) instanceof PointValue p; i = points.after(i)) {
            Target t = p.point();
            if (t.first() == index
                    && p.origin() == origin
                    && p.type().equals(type)
                    && same(t.space(), space)
                    && same(t.symbol(), symbol)
                    && same(p.protocol(), protocol)
                    && p.subject().equals(subject)) {
                return p;
            }
        }
        Target target = new Target(subject.unit(), space, index, 1, symbol);
        return points.keep(hash, new PointValue(protocol, subject, target, type, origin));
    }

    Subject subject(Address address, String unit) {
        int hash = mix(address.hashCode(), unit.hashCode(), 0, 0);
        for (int i = subjects.first(hash); subjects.at(i) instanceof Subject s; i = subjects.after(i)) {
            if (s.unit().equals(unit) && s.address().equals(address)) {
                return s;
            }
        }
        return subjects.keep(hash, new Subject(address, unit));
    }

    Violation violation(String protocol, String name) {
        int hash = mix(protocol.hashCode(), name.hashCode(), 0, 0);
        for (int i = violations.first(hash); violations.at(i) instanceof Violation v; i = violations.after(i)) {
            if (v.name().equals(name) && same(v.protocol(), protocol)) {
                return v;
            }
        }
        return violations.keep(hash, new Violation(protocol, name));
    }

    /** Most texts are constants, or made once by {@link Names}. */
    private static boolean same(String one, String other) {
        return Objects.equals(one, other);
    }

    /** All bits of all four have a say in each bit: neighbouring objects come to stand far apart. */
    private static int mix(int a, int b, int c, int d) {
        long hash = ((long) a << 32 ^ b) * 0x9e37_79b9_7f4a_7c15L;
        hash = (hash ^ hash >>> 32 ^ (long) c << 32 ^ d) * 0xc2b2_ae3d_27d4_eb4fL;
        return (int) (hash >>> 32);
    }

    private static int mix(int a, int b, int c) {
        return mix(a, b, c, 0);
    }

    /** Things by the hash of what they are made of: open addressing, growing, never more than half full. */
    private static final class Told<T> {

        private @Nullable Object[] things = new @Nullable Object[64];
        private int[] hashes = new int[64];
        private int count;

        int first(int hash) {
            return hash & things.length - 1;
        }

        int after(int slot) {
            return slot + 1 & things.length - 1;
        }

        @Nullable
        Object at(int slot) {
            return things[slot];
        }

        T keep(int hash, T made) {
            if (count == MOST) {
                Arrays.fill(things, null);
                count = 0;
            } else if (2 * count == things.length) {
                grow();
            }
            place(hash, made);
            count++;
            return made;
        }

        private void place(int hash, Object thing) {
            int slot = first(hash);
            while (things[slot] != null) {
                slot = after(slot);
            }
            things[slot] = thing;
            hashes[slot] = hash;
        }

        private void grow() {
            @Nullable Object[] old = things;
            int[] oldHashes = hashes;
            things = new @Nullable Object[2 * old.length];
            hashes = new int[2 * old.length];
            for (int i = 0; i < old.length; i++) {
                Object thing = old[i];
                if (thing != null) {
                    place(oldHashes[i], thing);
                }
            }
        }
    }
}
