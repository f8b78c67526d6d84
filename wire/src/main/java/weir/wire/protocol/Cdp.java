// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * Cisco discovery, versions 1 and 2 (Cisco, "Frame Formats"): what a Cisco device says of itself to its neighbours.
 *
 * <pre>
 * version 1 | time to live 1 | checksum 2 | then parts: type 2 | length 2, with these four | value
 * </pre>
 */
public final class Cdp implements Protocol {

    private static final int CISCO = 0x00000c;
    private static final int TYPE = 0x2000;
    /** Longer texts are cut: what repeats must not allocate. */
    private static final int LONGEST_TEXT = 256;
    /** More addresses than a device tells in one message. */
    private static final int MOST_ADDRESSES = 64;

    private static final FlagWords CAPABILITIES = new FlagWords(
            "router",
            "transparent bridge",
            "source route bridge",
            "switch",
            "host",
            "",
            "repeater",
            "phone",
            "remotely managed device",
            "camera",
            "two-port mac relay");

    private enum Message implements Service {
        ANNOUNCEMENT;

        @Override
        public int code() {
            return 0;
        }

        @Override
        public Verb verb() {
            return Verb.IDENTIFY;
        }
    }

    @Override
    public String name() {
        return "cdp";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.snap(CISCO, TYPE));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private final KnownAddresses known = new KnownAddresses();
        private final Cursor value = new Cursor();
        private long nativeVlan;
        private String domain = "";

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int length = in.left();
            if (length < 4) {
                out.violation("truncated", length);
                return;
            }
            if (!CdpChecksum.agrees(in.bytes(), in.offset(), length)) {
                out.violation("checksum_wrong", length);
            }
            in.skip(4);
            nativeVlan = -1;
            domain = "";
            while (in.left() > 0) {
                int type = in.u16();
                int size = in.u16() - 4;
                if (!in.ok() || size < 0 || size > in.left()) {
                    out.violation("truncated", length);
                    return;
                }
                in.slice(size, value);
                part(type, out);
                if (!value.ok()) {
                    out.violation("part_too_short", type);
                }
            }
            out.notice(Message.ANNOUNCEMENT);
            if (nativeVlan >= 0) {
                out.object("native_vlan", nativeVlan);
            }
            out.symbol(domain).tell();
        }

        private void part(int type, Sink out) {
            switch (type) {
                case 0x01 -> {
                    fact("deviceid", out);
                    text(Attribute.NAME, "CDP device id", out);
                }
                case 0x02 -> addresses("CDP addresses", out);
                case 0x03 -> text(Attribute.PORT, "CDP port id", out);
                case 0x04 -> identify(Attribute.DEVICE_TYPE, CAPABILITIES.of(value.u32()), "CDP capabilities", out);
                case 0x05 -> text(Attribute.SYSTEM, "CDP software version", out);
                case 0x06 -> {
                    fact("platform", out);
                    text(Attribute.MODEL, "CDP platform", out);
                }
                case 0x09 -> domain = out.text(value, Math.min(LONGEST_TEXT, value.left()));
                case 0x0a -> nativeVlan = value.u16();
                case 0x14 -> text(Attribute.NAME, "CDP system name", out);
                case 0x16 -> addresses("CDP management addresses", out);
                case 0x17 -> {
                    value.skip(1);
                    text(Attribute.LOCATION, "CDP location", out);
                }
                default -> {}
            }
        }

        private void fact(String key, Sink out) {
            if (out.counting()) {
                out.fact("cdp", key, out.text(value, value.left()));
                value.seek(0);
            }
        }

        /** Count 4, then each: protocol type 1 | protocol length 1 | protocol | address length 2 | address. */
        private void addresses(String source, Sink out) {
            long count = value.u32();
            for (int i = 0; i < Math.min(count, MOST_ADDRESSES) && value.ok(); i++) {
                value.skip(1);
                value.skip(value.u8());
                int size = value.u16();
                Address address = switch (size) {
                    case 4 -> known.ipv4(value.u32());
                    case 16 -> known.ipv6(value.u64(), value.u64());
                    default -> {
                        value.skip(size);
                        yield Address.NONE;
                    }
                };
                if (address.isUnicast()) {
                    identify(Attribute.IP, address.toString(), source, out);
                }
            }
        }

        private void text(Attribute attribute, String source, Sink out) {
            identify(attribute, out.text(value, Math.min(LONGEST_TEXT, value.left())), source, out);
        }

        private void identify(Attribute attribute, String text, String source, Sink out) {
            if (value.ok()) {
                out.identity(out.sender(), attribute, text, source, 5);
            }
        }
    }
}
