// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.protocol.NumberedNames;

/**
 * Reads performatives of AMQP 1.0, lists of fields behind the number of what they are.
 *
 * <pre>
 * open 10    container, host, ...              begin 11  channel of the other, ...
 * attach 12  name, handle, receiver, modes, source (28: address, ...), target (29: address, ...), ...
 * transfer 14  handle, ...                     detach 16 handle, closed, error (1d: condition, text)
 * end 17, close 18  error                      SASL 40 mechanisms, 41 mechanism, response, host, 44 code, ...
 * </pre>
 *
 * <p>Transfers are told with the address that their link was attached to.
 */
final class Performatives {

    private static final String ADDRESS = "address";
    private static final String[] OUTCOMES = {"ok", "auth", "sys", "sys-perm", "sys-temp"};

    private final Logins logins;
    private final Pending pending = new Pending(64);
    private final NumberedNames links = new NumberedNames();
    private final Fields fields = new Fields();

    Performatives(Logins logins) {
        this.logins = logins;
    }

    /** Only who asks to be let in tells which side is which. */
    static Direction direction(int code, Direction presumed) {
        Performative what = Performative.of(code);
        if (what == null) {
            return presumed;
        }
        return switch (what) {
            case SASL_INIT, SASL_RESPONSE -> Direction.TO_SERVER;
            case SASL_MECHANISMS, SASL_CHALLENGE, SASL_OUTCOME -> Direction.TO_CLIENT;
            default -> presumed;
        };
    }

    void read(int channel, Cursor in, Direction way, Sink out) {
        Performative what = Performative.of(fields.begin(in));
        if (what == null || !in.ok()) {
            out.violation("unknown_performative", channel);
            return;
        }
        switch (what) {
            case OPEN -> open(channel, way, out);
            case ATTACH -> attach(channel, way, out);
            case TRANSFER, FLOW -> link(what, channel, way, out);
            case DETACH -> detach(channel, way, out);
            case BEGIN -> paired(what, channel, "", way, out);
            case END, CLOSE -> {
                String condition = fields.error(out);
                paired(what, channel, condition, way, out);
            }
            case DISPOSITION -> notice(what, out);
            default -> sasl(what, out);
        }
    }

    /** Tells a performative that each side says once; the second one answers. */
    private void paired(Performative what, int channel, String condition, Direction way, Sink out) {
        boolean answers = begin(what, channel, way, out);
        if (!condition.isEmpty()) {
            out.refused(what.code(), condition);
        }
        tell(what, channel, answers, way, out);
    }

    private boolean begin(Performative what, long about, Direction way, Sink out) {
        if (!pending.take(key(what, about, way.back()))) {
            out.request(what);
            return false;
        }
        Operation asked = pending.request();
        out.response(what).since(pending.time());
        if (asked != null) {
            out.like(asked).qualifier(asked.qualifier());
        }
        return true;
    }

    private void tell(Performative what, long about, boolean answers, Direction way, Sink out) {
        if (!fields.ok()) {
            out.violation("malformed_performative", what.code());
            return;
        }
        Operation told = out.tell();
        if (!answers) {
            pending.ask(key(what, about, way), told, out.time(), 0);
        }
    }

    private static long key(Performative what, long about, Direction asked) {
        return (asked == Direction.TO_SERVER ? 1L << 62 : 0) | (long) what.code() << 40 | about & 0xff_ffff_ffffL;
    }

    private void open(int channel, Direction way, Sink out) {
        String container = fields.text(out);
        boolean answers = begin(Performative.OPEN, channel, way, out);
        if (!answers) {
            out.space("container").symbol(container);
        }
        tell(Performative.OPEN, channel, answers, way, out);
        if (fields.ok()) {
            out.identity(out.sender(), Attribute.NAME, container, "open", 3);
        }
    }

    private void attach(int channel, Direction way, Sink out) {
        String name = fields.text(out);
        long handle = fields.number();
        boolean receives = fields.isTrue();
        fields.skip();
        fields.skip();
        String source = fields.address(out);
        String target = fields.address(out);
        boolean fromClient = way == Direction.TO_SERVER;
        String address = fromClient == receives ? source : target;
        if (fields.ok()) {
            links.put(link(channel, handle, way), address, 0);
        }
        boolean answers = begin(Performative.ATTACH, name.hashCode(), way, out);
        if (!answers) {
            out.space(ADDRESS).symbol(address).qualifier(receives ? "receiver" : "sender");
        }
        tell(Performative.ATTACH, name.hashCode(), answers, way, out);
    }

    private static long link(int channel, long handle, Direction way) {
        return (way == Direction.TO_SERVER ? 1L << 62 : 0) | (long) channel << 32 | handle & 0xffff_ffffL;
    }

    /** Transfers, of which those that go on with another have no number; flows, some of which are of no link. */
    private void link(Performative what, int channel, Direction way, Sink out) {
        if (what == Performative.FLOW) {
            for (int i = 0; i < 4; i++) {
                fields.skip();
            }
        }
        long handle = fields.number();
        if (what == Performative.TRANSFER && fields.isNone()) {
            return;
        }
        String address = links.get(link(channel, handle, way));
        out.notice(what);
        if (!address.isEmpty()) {
            out.space(ADDRESS).symbol(address);
        }
        notice(what, null, out);
    }

    private void notice(Performative what, Sink out) {
        notice(what, "", out.notice(what));
    }

    private void notice(Performative what, @Nullable String refusal, Sink out) {
        if (!fields.ok()) {
            out.violation("malformed_performative", what.code());
            return;
        }
        if (refusal != null && !refusal.isEmpty()) {
            out.refused(what.code(), refusal);
        }
        out.tell();
    }

    private void detach(int channel, Direction way, Sink out) {
        long handle = fields.number();
        fields.skip();
        String condition = fields.error(out);
        String address = links.get(link(channel, handle, way));
        out.notice(Performative.DETACH).space(ADDRESS).symbol(address);
        notice(Performative.DETACH, condition, out);
    }

    private void sasl(Performative what, Sink out) {
        switch (what) {
            case SASL_INIT -> {
                String mechanism = fields.text(out);
                Cursor response = fields.octets();
                notice(what, "", out.request(what).space("mechanism").symbol(mechanism));
                if (fields.ok()) {
                    logins.ask(mechanism, response, response.left(), out);
                }
            }
            case SASL_OUTCOME -> {
                int code = (int) Math.min(fields.number(), OUTCOMES.length - 1L);
                notice(what, code == 0 ? "" : OUTCOMES[code], out.response(Performative.SASL_INIT));
                if (fields.ok()) {
                    logins.answered(
                            code == 0
                                    ? Outcome.DONE
                                    : new Outcome(
                                            Outcome.Kind.REFUSED, Performative.SASL_OUTCOME.code(), OUTCOMES[code]),
                            out);
                }
            }
            default -> notice(what, out);
        }
    }
}
