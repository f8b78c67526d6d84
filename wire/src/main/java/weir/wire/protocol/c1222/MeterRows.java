// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.c1222;

import java.util.HexFormat;
import java.util.Locale;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Row;
import weir.wire.Sink;

/** Messages in the words of ICSNPP-C1222: its {@code c1222} log and those of its elements. */
final class MeterRows {

    static final NamedCodes SERVICES = new NamedCodes("c1222/log-services", "Unknown Code ");
    private static final NamedCodes ELEMENTS = new NamedCodes("c1222/log-elements", "Unknown Element ");
    private static final int QUALIFIER = 0xa7;
    private static final int AUTHENTICATION = 0xac;
    private static final int CONTEXT = 0xa1;
    private static final int INNER_0 = 0xa0;
    private static final int INNER_1 = 0xa1;
    private static final int INNER_2 = 0xa2;
    private static final int KEY = 0x80;
    private static final int VECTOR = 0x81;
    private static final int MAC = 4;
    private static final int ENCIPHERED = 2;

    private static final String[] SECURITY = {
        "SECURITY_MODE_CLEARTEXT",
        "SECURITY_MODE_CLEARTEXT_WITH_AUTHENTICATION",
        "SECURITY_MODE_CIPHERTEXT_WITH_AUTHENTICATION"
    };
    private static final String[] RESPONSES = {
        "RESPONSE_CONTROL_ALWAYS_RESPOND", "RESPONSE_CONTROL_RESPOND_ON_EXCEPTION", "RESPONSE_CONTROL_NEVER_RESPOND"
    };
    private static final String[] FLAGS = {"ED_CLASS_INCLUDED", "PROXY_SERVICE_USED", "RECOVERY_SESSION"};
    private static final String[] QUALIFIERS = {"TEST", "URGENT", "NOTIFICATION"};

    private final Titles titles = new Titles();
    private final Ber ber = new Ber();
    private final Cursor all = new Cursor();
    private final Cursor element = new Cursor();
    private final Cursor part = new Cursor();
    private Row message = new Row("c1222", 0);
    private Row information = new Row("c1222_user_information", 0);

    /** The elements of a message, the cursor behind its head; it is not moved. */
    void begin(Cursor in, Sink out) {
        String proto = out.at().transport().name().toLowerCase(Locale.ROOT);
        message = new Row("c1222", out.time()).set("proto", proto).set("is_encrypted_epsem", false);
        information = new Row("c1222_user_information", out.time()).set("proto", proto);
        all.wrap(in.bytes(), in.offset(), in.left());
        while (all.left() > 0 && ber.next(all)) {
            int identifier = ber.identifier();
            all.slice(ber.length(), element);
            message.add("elements", ELEMENTS.of(identifier));
            switch (identifier) {
                case C1222.CALLED_TITLE -> message.set("called_ap_title", title());
                case C1222.CALLING_TITLE -> message.set("calling_ap_title", title());
                case C1222.CALLED_NUMBER -> message.set("called_ap_invocation_id", number());
                case C1222.CALLING_NUMBER -> message.set("calling_ap_invocation_id", number());
                case CONTEXT -> message.set("aso_context", title());
                case QUALIFIER -> qualifiers();
                case AUTHENTICATION -> authentication(proto, out);
                default -> {}
            }
        }
    }

    private String title() {
        return ber.next(element) ? titles.read(element, ber.length(), ber.identifier() != Ber.OBJECT_IDENTIFIER) : "";
    }

    private String number() {
        return ber.next(element) ? Row.octets(element, ber.length()) : "";
    }

    private void qualifiers() {
        if (ber.next(element) && element.left() > 0) {
            bits(message, "calling_ae_qualifier", QUALIFIERS, element.peek(ber.length() - 1));
        }
    }

    static void bits(Row row, String field, String[] names, int bits) {
        row.list(field);
        for (int i = 0; i < names.length; i++) {
            if ((bits >> i & 1) != 0) {
                row.add(field, names[i]);
            }
        }
    }

    /** External a2, single type a0, of C12.22 a1: key number 80, initialization vector 81. No secret is told. */
    private void authentication(String proto, Sink out) {
        Row row = new Row("c1222_authentication_value", out.time())
                .set("proto", proto)
                .set("indirect_reference", false);
        boolean opened = ber.enter(element, INNER_2, part) && ber.enter(part, INNER_0, element) && ber.next(element);
        if (!opened) {
            row.set("authentication_mechanism", "UNKNOWN");
        } else if (ber.identifier() != INNER_1) {
            message.set("calling_auth_value", "C1221");
            row.set("authentication_mechanism", "C12.21");
        } else {
            message.set("calling_auth_value", "C1222");
            row.set("authentication_mechanism", "C12.22");
            while (element.left() > 0 && ber.next(element)) {
                long value = 0;
                for (int i = 0; i < ber.length(); i++) {
                    value = value << 8 | element.u8();
                }
                switch (ber.identifier()) {
                    case KEY -> row.set("c1222_key_id", value);
                    case VECTOR -> row.set("c1222_iv", value);
                    default -> {}
                }
            }
        }
        out.row(row);
    }

    /** What user information begins with: flags, the class where it is there; and what follows, of which all is there. */
    void information(int flags, Cursor behind) {
        int security = flags >> 2 & 3;
        int response = flags & 3;
        information.list("epsem_control");
        if (response < RESPONSES.length) {
            information.add("epsem_control", RESPONSES[response]);
        }
        if (security < SECURITY.length) {
            information.add("epsem_control", SECURITY[security]);
        }
        for (int i = 0; i < FLAGS.length; i++) {
            if ((flags >> 4 + i & 1) != 0) {
                information.add("epsem_control", FLAGS[i]);
            }
        }
        all.wrap(behind.bytes(), behind.offset(), behind.left());
        if (security != 0 && all.left() >= MAC) {
            String octets = Row.octets(all, all.left() - MAC);
            information.set("padding", "").set("mac", mac());
            if (security == ENCIPHERED) {
                information.set("encrypted_epsem", octets);
                message.set("is_encrypted_epsem", true);
            }
        }
    }

    private String mac() {
        return "0x" + HexFormat.of().formatHex(all.bytes(), all.offset(), all.offset() + MAC);
    }

    void service(int code) {
        message.add("services", SERVICES.of(code));
        information.add("services", SERVICES.of(code));
    }

    void end(Sink out) {
        out.row(message);
        out.row(information);
    }
}
