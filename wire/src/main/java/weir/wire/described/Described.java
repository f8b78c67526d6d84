// SPDX-License-Identifier: Apache-2.0
package weir.wire.described;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.described.Step.Role;
import weir.wire.described.Step.Width;

/** The decoder of every protocol that has a description instead of a class. */
public final class Described implements Protocol {

    /** With so many bits of marks, a message is taken for one on any port. */
    private static final double SURE_BITS = 24;

    private final Description description;
    private final Numbered units;
    private final double bits;
    private final int marked;
    private final long[] codes;
    private final Service[] services;
    private final long[] itself;

    public Described(Description description) {
        this.description = description;
        units = new Numbered(description.unit());
        bits = description.marks().stream().mapToDouble(Mark::weight).sum();
        marked = description.marks().stream().mapToInt(Mark::end).max().orElse(0);
        codes = description.operations().keySet().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        itself = description.itself().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        services = Arrays.stream(codes)
                .mapToObj(c -> description.operations().get(c))
                .toArray(Service[]::new);
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public List<Carrier> carriers() {
        return description.carriers();
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (!marksFit(in)) {
            return Likeness.NO;
        }
        int length = description.framing().length(in);
        if (length == Dialogue.LOST || (over == Transport.UDP && length != in.left())) {
            return Likeness.NO;
        }
        if (in.left() < marked || length == Dialogue.MORE) {
            return Likeness.MORE;
        }
        if (bits >= SURE_BITS) {
            return Likeness.SURE;
        }
        // an end octet says little, unless it is where the packet ends too
        boolean weak = description.framing() instanceof Framing.Ended && length != in.left();
        return weak ? Likeness.NO : Likeness.MAYBE;
    }

    private boolean marksFit(Cursor in) {
        for (int i = 0; i < description.marks().size(); i++) {
            if (!description.marks().get(i).fits(in)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private final class Conversation implements Dialogue {

        private static final int WAITING = 16;

        private static final Service MESSAGE = new Service.Unlisted("message", -1, Verb.OTHER);

        private final Pending pending = new Pending(WAITING);
        private final Scene scene = new Scene(description.slots(), pending);
        private final Reader reader = new Reader(scene);
        private Service unlisted = MESSAGE;

        private final byte[] plain = new byte
                [description.framing() instanceof Framing.Ended ended && ended.escape() >= 0 ? ended.most() : 0];
        private final Cursor unescaped = new Cursor();

        @Override
        public int frame(Cursor in, Direction way) {
            if (!marksFit(in)) {
                return LOST;
            }
            return in.left() < marked ? MORE : description.framing().length(in);
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            Cursor message = in;
            if (!description.framing().ended(in)) {
                out.violation("truncated", in.left());
                return;
            }
            if (plain.length > 0 && description.framing() instanceof Framing.Ended ended) {
                message = unescaped.wrap(plain, 0, ended.plain(in, plain));
            }
            scene.begin(message, way == Direction.TO_SERVER);
            reader.read(description.steps(), out);
            if (!message.ok()) {
                out.violation("truncated", message.read());
                return;
            }
            tell(out);
        }

        private void tell(Sink out) {
            Service service = service();
            boolean notice = holds(description.notice(), false);
            boolean asks = !notice && holds(description.request(), scene.fromClient);
            boolean answered = !notice && !asks && pending.take(scene.key());
            Operation asked = answered ? pending.request() : null;
            Sink sentence = notice ? out.notice(service) : asks ? out.request(service) : out.response(service);
            if (asked != null) {
                sentence.like(asked).since(pending.time());
            }
            target(sentence, service, asked == null);
            Operation told = sentence.tell();
            if (asks) {
                pending.ask(scene.key(), told, out.time(), 0);
            }
            facts(out, told);
            points(
                    out,
                    told,
                    notice ? PointValue.Origin.REPORTED : asks ? PointValue.Origin.WRITE : PointValue.Origin.READ);
        }

        private boolean holds(@Nullable Formula formula, boolean otherwise) {
            return formula == null ? otherwise : formula.in(scene) != 0;
        }

        private void target(Sink sentence, Service service, boolean alone) {
            if (scene.has(Role.UNIT) && Arrays.binarySearch(itself, scene.unit) < 0) {
                sentence.unit(units.of(scene.unit));
            }
            String space = service instanceof Description.Operation known ? known.space() : "";
            if (scene.has(Role.FIRST)) {
                sentence.range(space, scene.first, scene.has(Role.COUNT) ? scene.count : 1);
            } else if (alone) {
                sentence.space(space);
            }
            if (scene.has(Role.SYMBOL)) {
                sentence.symbol(scene.symbol);
            }
            sentence.qualifier(scene.qualifier);
            if (scene.status != 0) {
                sentence.refused((int) scene.status, description.refusals().getOrDefault(scene.status, ""));
            }
        }

        private Service service() {
            if (!scene.has(Role.OPERATION)) {
                return MESSAGE;
            }
            int at = Arrays.binarySearch(codes, scene.operation);
            if (at >= 0) {
                return services[at];
            }
            int code = (int) scene.operation;
            if (unlisted.code() != code) {
                unlisted = new Service.Unlisted("operation_" + code, code, Verb.OTHER);
            }
            return unlisted;
        }

        private void facts(Sink out, Operation told) {
            for (int i = 0; i < scene.facts; i++) {
                Subject device = out.sender(told.target().unit());
                out.identity(
                        device,
                        scene.attributes[i],
                        scene.texts[i],
                        told.service().label(),
                        4);
            }
        }

        private void points(Sink out, Operation told, PointValue.Origin origin) {
            if (!out.wantsPoints() || scene.values == 0 || told.target().first() < 0) {
                return;
            }
            long from = scene.has(Role.FIRST) ? 0 : told.target().first();
            Subject device = out.server(told.target().unit());
            for (int i = 0; i < scene.values; i++) {
                Width width = scene.widths[i];
                if (width == Width.F32 || width == Width.F64) {
                    out.reading().number(scene.numbers[i]);
                } else {
                    out.reading().integer(scene.integers[i]);
                }
                out.point(device, told.target().space(), from + scene.places[i], "", TYPES[width.ordinal()], origin);
            }
        }
    }

    private static final String[] TYPES = Arrays.stream(Width.values())
            .map(w -> w.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
}
