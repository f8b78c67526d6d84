// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import weir.wire.Cursor;
import weir.wire.Sink;

/** The options of one DHCP message that say who somebody is (RFC 2132, FQDN RFC 4702); reused from message to message. */
final class DhcpOptions {

    private static final int PARAMETER_LISTS = 4;

    private final Cursor value = new Cursor();
    private final Spellings lists = new Spellings(PARAMETER_LISTS, DhcpOptions::list);
    private int type;
    private long requested;
    private long router;
    private String hostName = "";
    private String domainName = "";
    private String vendorClass = "";
    private String wanted = "";
    private boolean ended;

    void clear() {
        type = -1;
        requested = 0;
        router = 0;
        hostName = "";
        domainName = "";
        vendorClass = "";
        wanted = "";
        ended = true;
    }

    void read(Cursor in, Sink out) {
        ended = false;
        while (in.left() > 0 && !ended) {
            int code = in.u8();
            if (code == 255) {
                ended = true;
            } else if (code != 0) {
                in.slice(in.u8(), value);
                option(code, out);
            }
        }
    }

    private void option(int code, Sink out) {
        switch (code) {
            case 3 -> router = value.u32();
            case 12 -> {
                hostName = out.text(value, value.left());
                out.fact("dhcp", "hostname", hostName);
            }
            case 50 -> requested = value.u32();
            case 53 -> {
                type = value.u8();
                out.fact("dhcp", "type", type);
            }
            case 55 -> wanted = value.left() == 0 ? "" : lists.of(value.bytes(), value.offset(), value.left());
            case 60 -> {
                vendorClass = out.text(value, value.left());
                out.fact("dhcp", "vendorclass", vendorClass);
            }
            case 81 -> domainName(out);
            default -> {}
        }
    }

    /** Flags 1 | two obsolete octets | name, as text unless the encoding flag (4) is set. */
    private void domainName(Sink out) {
        boolean labels = (value.u8() & 4) != 0;
        value.skip(2);
        if (!labels && value.ok()) {
            domainName = out.text(value, value.left());
        }
    }

    private static String list(byte[] data, int from, int length) {
        StringBuilder text = new StringBuilder("dhcp ");
        for (int i = from; i < from + length; i++) {
            text.append(i > from ? "," : "").append(data[i] & 0xff);
        }
        return text.toString();
    }

    /** Message type; -1 without one. */
    int type() {
        return type;
    }

    /** IPv4 address that the client asks for; 0 without. */
    long requested() {
        return requested;
    }

    long router() {
        return router;
    }

    String hostName() {
        return hostName;
    }

    String domainName() {
        return domainName;
    }

    String vendorClass() {
        return vendorClass;
    }

    String wanted() {
        return wanted;
    }

    /** The end option was seen, or there were no options. */
    boolean ended() {
        return ended;
    }
}
