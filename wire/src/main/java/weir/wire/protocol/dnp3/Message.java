// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.PointValue;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Sink;

/** The application message being read: what all of its objects have in common. One serves for all messages. */
final class Message {

    /** Functions that the standard does not know, as services. */
    private static final @Nullable Service[] UNKNOWN = new @Nullable Service[256];

    private static final Subject NOBODY = new Subject(Address.NONE, "");

    /** Null for one that the standard does not know. */
    @Nullable
    Function function;

    int functionCode;
    Phase phase = Phase.NOTICE;
    String unit = "";
    int outstation;
    boolean broadcast;
    Subject subject = NOBODY;
    int indications;

    /** The request that this answers, when that was seen. */
    @Nullable
    Operation request;

    /** Function of that request; the message's own for all others. */
    @Nullable
    Function asked;

    private long askedAt;

    /** What was told first of this message. */
    @Nullable
    Operation first;

    boolean refused;

    void begin(int code, LinkFrame link, Sink out) {
        functionCode = code;
        function = Function.of(code);
        asked = function;
        boolean answer = code >= Function.RESPONSE.code();
        phase = answer ? Phase.RESPONSE : Phase.REQUEST;
        if (function == Function.UNSOLICITED_RESPONSE || function == Function.CONFIRM) {
            phase = Phase.NOTICE;
        }
        outstation = answer ? link.source : link.destination;
        unit = LinkAddress.UNIT.of(outstation);
        subject = subject(answer ? out.at().source() : out.at().destination(), out);
        broadcast = !answer && LinkFrame.isBroadcast(link.destination);
        indications = 0;
        request = null;
        first = null;
        refused = false;
    }

    long askedAt() {
        return askedAt;
    }

    /** The same outstation mostly speaks, or is spoken to, again. */
    private Subject subject(Address address, Sink out) {
        return subject.address().equals(address) && subject.unit().equals(unit) ? subject : out.subject(address, unit);
    }

    /** It answers that request. */
    void answers(@Nullable Operation operation, long time, int code) {
        request = operation;
        askedAt = time;
        asked = Function.of(code);
    }

    /** Begins to tell what the message does to objects of a group, or to none (-1). */
    Sink begin(int group, Sink out) {
        Service service = service(group);
        Sink told = switch (phase) {
            case REQUEST -> out.request(service);
            case RESPONSE -> out.response(service);
            case NOTICE -> out.notice(service);
        };
        if (request != null) {
            told.since(askedAt);
        }
        return told.unit(unit).qualifier(broadcast ? LinkAddress.BROADCAST : "");
    }

    private Service service(int group) {
        Function known = asked;
        return known != null ? Particular.of(known, group) : unknown(functionCode);
    }

    private static Service unknown(int code) {
        Service service = UNKNOWN[code];
        if (service == null) {
            service = new Service.Unlisted("function_" + code, code, Verb.OTHER);
            UNKNOWN[code] = service;
        }
        return service;
    }

    void told(Operation operation) {
        if (first == null) {
            first = operation;
        }
    }

    /** Sent by the outstation. */
    boolean reports() {
        return phase == Phase.RESPONSE || function == Function.UNSOLICITED_RESPONSE;
    }

    PointValue.Origin origin() {
        if (function == Function.UNSOLICITED_RESPONSE) {
            return PointValue.Origin.REPORTED;
        }
        return phase == Phase.RESPONSE ? PointValue.Origin.READ : PointValue.Origin.WRITE;
    }
}
