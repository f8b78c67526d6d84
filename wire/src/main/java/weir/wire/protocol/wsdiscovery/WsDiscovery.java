// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.wsdiscovery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Subject;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Pending;
import weir.wire.Phrase;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * WS-Discovery 1.0 and 1.1 in SOAP over UDP (OASIS wsdd-discovery-1.1; ONVIF Core Specification 7): who is there, and
 * what it is.
 *
 * <pre>
 * Envelope: Header: Action ..., MessageID, RelatesTo in an answer | Body: Probe: Types, Scopes
 *   | ProbeMatch: EndpointReference: Address | Types | Scopes | XAddrs
 * </pre>
 *
 * The scopes of ONVIF devices say more of them: {@code onvif://www.onvif.org/hardware/P1346}.
 */
public final class WsDiscovery implements Protocol {

    private static final int PORT = 3702;

    @Override
    public String name() {
        return "ws_discovery";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.udp(PORT));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (in.peek(0) != '<' || over != Transport.UDP) {
            return Likeness.NO;
        }
        Elements elements = new Elements();
        elements.of(in);
        boolean soap = elements.contains("Envelope");
        return soap && (elements.contains("/ws/2005/04/discovery") || elements.contains("/ws-dd/ns/discovery"))
                ? Likeness.SURE
                : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private static final int WAITING = 16;
        private static final int LONGEST_TEXT = 200;
        private static final String ONVIF = "onvif://www.onvif.org/";

        private final Pending pending = new Pending(WAITING);
        private final Elements elements = new Elements();
        private final Cursor text = new Cursor();
        private final Cursor scope = new Cursor();
        private final Phrase phrase = new Phrase();

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            elements.of(in);
            Message message = action();
            return message == null
                    ? presumed
                    : switch (message.phase()) {
                        case REQUEST -> Direction.TO_SERVER;
                        case RESPONSE -> Direction.TO_CLIENT;
                        case NOTICE -> presumed;
                    };
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            elements.of(in);
            Message message = action();
            if (!elements.endsWith("Envelope")) {
                out.violation("truncated", in.left());
                return;
            }
            if (message == null) {
                out.violation("unknown_action", in.left());
                return;
            }
            switch (message.phase()) {
                case REQUEST -> {
                    long number = hash("MessageID");
                    Operation told = out.request(message)
                            .symbol(value(message == Message.PROBE ? "Types" : "Address", out))
                            .tell();
                    pending.ask(number, told, out.time(), 0);
                }
                case RESPONSE -> {
                    boolean met = pending.take(hash("RelatesTo"));
                    out.response(message.asked()).symbol(value("XAddrs", out));
                    if (met) {
                        out.since(pending.time());
                    }
                    out.tell();
                    device(out);
                }
                case NOTICE -> {
                    out.notice(message).symbol(value("XAddrs", out)).tell();
                    device(out);
                }
            }
        }

        private @Nullable Message action() {
            elements.find("Action");
            elements.text(text);
            int last = text.left();
            while (last > 0 && text.peek(last - 1) != '/') {
                last--;
            }
            text.skip(last);
            for (Message message : Message.ALL) {
                if (isText(text, message.action())
                        && text.left() == message.action().length()) {
                    return message;
                }
            }
            return null;
        }

        /** Whether the text begins so. */
        private static boolean isText(Cursor in, String wanted) {
            for (int i = 0; i < wanted.length(); i++) {
                if (in.peek(i) != wanted.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        private String value(String element, Sink out) {
            elements.find(element);
            elements.text(text);
            return out.text(text, Math.min(LONGEST_TEXT, text.left()));
        }

        /** The number that stands for the text of an element. */
        private long hash(String element) {
            elements.find(element);
            elements.text(text);
            long hash = text.left();
            while (text.left() > 0) {
                hash = hash * 31 + text.u8();
            }
            return hash;
        }

        private void device(Sink out) {
            Subject device = out.sender("");
            out.identity(device, Attribute.DEVICE_TYPE, value("Types", out), "Types", 4);
            elements.find("Scopes");
            elements.text(text);
            while (text.left() > 0) {
                int length = 0;
                while (text.peek(length) > ' ') {
                    length++;
                }
                if (length == 0) {
                    text.skip(1);
                } else {
                    text.slice(length, scope);
                    scope(device, out);
                }
            }
        }

        private void scope(Subject device, Sink out) {
            if (!isText(scope, ONVIF)) {
                return;
            }
            scope.skip(ONVIF.length());
            scope(device, "name/", Attribute.NAME, out);
            scope(device, "hardware/", Attribute.MODEL, out);
            scope(device, "location/", Attribute.LOCATION, out);
            scope(device, "manufacturer/", Attribute.VENDOR, out);
        }

        private void scope(Subject device, String kind, Attribute attribute, Sink out) {
            if (!isText(scope, kind)) {
                return;
            }
            scope.skip(kind.length());
            phrase.begin();
            while (scope.left() > 0) {
                int octet = scope.u8();
                int high = Character.digit(scope.peek(0), 16);
                int low = Character.digit(scope.peek(1), 16);
                if (octet == '%' && high >= 0 && low >= 0) {
                    octet = high << 4 | low;
                    scope.skip(2);
                }
                phrase.add((char) octet);
            }
            out.identity(device, attribute, phrase.take(out), "Scopes", 5);
        }
    }
}
