// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import weir.model.Address;
import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * The resource records of an answer (RFC 1035, 4.1.3), for what they say of devices.
 *
 * <pre>
 * name | type u16 | class u16 | time to live u32 | length u16 | data
 * </pre>
 */
final class Records {

    private static final byte[] MODEL = {'m', 'o', 'd', 'e', 'l', '='};
    private static final byte[] TYPE = {'t', 'y', '='};
    private static final byte[] NOTE = {'n', 'o', 't', 'e', '='};
    private static final byte[] MAKER = {'u', 's', 'b', '_', 'M', 'F', 'G', '='};

    private final Flavour flavour;
    private final DomainName name;
    private final Cursor data = new Cursor();
    private boolean cut;
    private final AnsweredAddresses addresses = new AnsweredAddresses();

    Records(Flavour flavour, DomainName name) {
        this.flavour = flavour;
        this.name = name;
    }

    /** Reads so many; fails the cursor where they do not end in the message. */
    void read(Cursor in, int start, long count, boolean response, Sink out) {
        cut = false;
        for (long i = 0; i < Math.min(count, 3L * Header.MOST_RECORDS) && in.ok(); i++) {
            name.read(in, start);
            cut = in.ok();
            int type = in.u16();
            in.skip(6);
            in.slice(in.u16(), data);
            if (in.ok() && response) {
                record(type, start, out);
            }
        }
    }

    /** Whether what failed was a record that goes on beyond the end of the message. */
    boolean cut() {
        return cut;
    }

    private void record(int type, int start, Sink out) {
        switch (type) {
            case RecordType.A -> {
                if (data.left() == 4) {
                    name(addresses.of(Address.Kind.IPV4, 0, data.u32(), out), "A", out);
                }
            }
            case RecordType.AAAA -> {
                if (data.left() == 16) {
                    long high = data.u64();
                    name(addresses.of(Address.Kind.IPV6, high, data.u64(), out), "AAAA", out);
                }
            }
            case RecordType.NS, RecordType.CNAME, RecordType.PTR, RecordType.DNAME -> {
                if (flavour == Flavour.DNS && DomainName.isTooLong(DomainName.octets(data, start))) {
                    out.violation("name_too_long", type);
                }
            }
            case RecordType.TXT -> text(out);
            case RecordType.HINFO -> host(out);
            default -> {}
        }
    }

    private void name(Address address, String source, Sink out) {
        if (address.isUnicast()) {
            int confidence =
                    flavour == Flavour.DNS ? 3 : address.equals(out.at().source()) ? 5 : 4;
            out.identity(out.subject(address, ""), Attribute.NAME, name.text(out), source, confidence);
        }
    }

    /**
     * Keys that mDNS services tell their device by: {@code model} of _device-info; of printers {@code ty}, and
     * {@code note}, which says where they stand (Bonjour Printing Specification).
     */
    private void text(Sink out) {
        while (flavour == Flavour.MDNS && data.left() > 0) {
            int length = data.u8();
            if (length > data.left()) {
                return;
            }
            int next = data.read() + length;
            if (take(MODEL, length)) {
                told(Attribute.MODEL, next, out);
            } else if (take(TYPE, length)) {
                told(Attribute.MODEL, next, out);
            } else if (take(MAKER, length)) {
                told(Attribute.VENDOR, next, out);
            } else if (take(NOTE, length)) {
                told(Attribute.LOCATION, next, out);
            }
            data.seek(next);
        }
    }

    private boolean take(byte[] key, int length) {
        if (length <= key.length) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (data.peek(i) != key[i]) {
                return false;
            }
        }
        data.skip(key.length);
        return true;
    }

    private void told(Attribute attribute, int end, Sink out) {
        out.identity(out.sender(), attribute, out.text(data, end - data.read()), "TXT", 5);
    }

    /** RFC 1035, 3.3.2: two character strings, the machine and its system. */
    private void host(Sink out) {
        if (flavour != Flavour.DNS) {
            String machine = out.text(data, data.u8());
            String system = out.text(data, data.u8());
            out.identity(out.sender(), Attribute.HARDWARE, machine, "HINFO", 5);
            out.identity(out.sender(), Attribute.SYSTEM, system, "HINFO", 5);
        }
    }
}
