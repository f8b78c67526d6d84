// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Subject;
import weir.wire.Direction;
import weir.wire.Sink;

/** The message that is being read: whose it is, what it asks or answers, and what was told of it. */
final class Message {

    private Address sender = Address.NONE;
    private String forwarded = "";
    private String source = "";
    private String destination = "";
    private Direction way = Direction.TO_SERVER;
    private Service service = PduType.CONFIRMED_REQUEST;
    private Phase phase = Phase.NOTICE;
    private boolean bySender;
    private @Nullable Operation request;
    private long asked;
    private @Nullable Operation first;
    private boolean password;

    void from(Address address, String forwardedFor, Npdu npdu, Direction toward) {
        sender = address;
        forwarded = forwardedFor;
        source = npdu.source();
        destination = npdu.destination();
        way = toward;
        request = null;
        first = null;
        password = false;
    }

    /** @param ofSender the device that it is about is the one that sends it */
    void is(Service what, Phase part, boolean ofSender) {
        service = what;
        phase = part;
        bySender = ofSender;
    }

    /** It answers this. */
    void answers(@Nullable Operation question, long when) {
        request = question;
        asked = when;
    }

    Service service() {
        return service;
    }

    void service(Service refined) {
        service = refined;
    }

    @Nullable
    Operation request() {
        return request;
    }

    Phase phase() {
        return phase;
    }

    Direction way() {
        return way;
    }

    /** Who asks whom behind which routers, for what joins an answer to its question. */
    int peers(boolean answered) {
        return answered
                ? 31 * source.hashCode() + destination.hashCode()
                : 31 * destination.hashCode() + source.hashCode();
    }

    /** The device behind the address. */
    String unit() {
        return bySender ? source : destination;
    }

    /** The device that this is about. */
    Subject device(Sink out) {
        return bySender ? out.subject(sender, source) : out.receiver(destination);
    }

    /** Who sent it, whoever it is about. */
    Subject sender(Sink out) {
        return out.subject(sender, source);
    }

    /** It brings a password; so the answer tells how a login ended. */
    void password() {
        password = true;
    }

    boolean hasPassword() {
        return password;
    }

    /** Begins to tell what it does. */
    Sink begin(Sink out) {
        switch (phase) {
            case REQUEST -> out.request(service);
            case RESPONSE -> out.response(service);
            case NOTICE -> out.notice(service);
        }
        out.unit(unit()).qualifier(forwarded);
        if (request != null) {
            out.since(asked);
        }
        return out;
    }

    /** Begins to tell an answer that restates what it answers. */
    Sink restate(Sink out) {
        begin(out);
        return request == null ? out : out.like(request).qualifier(request.qualifier());
    }

    void end(Sink out) {
        Operation told = out.tell();
        if (first == null) {
            first = told;
        }
    }

    /** What was told of it first; null for nothing yet. */
    @Nullable
    Operation first() {
        return first;
    }
}
