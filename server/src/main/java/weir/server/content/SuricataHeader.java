// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import weir.model.Network;
import weir.model.Transport;
import weir.wire.signature.Header;
import weir.wire.signature.Hosts;
import weir.wire.signature.Ports;

/**
 * The head of a rule: {@code protocol addresses ports -> addresses ports}. Variables stand for anything, for what they
 * hold is written elsewhere.
 */
final class SuricataHeader {

    private static final int DEEPEST = 4;

    private SuricataHeader() {}

    /** @param words protocol, addresses, ports, direction, addresses, ports */
    static Header read(List<String> words) throws Refused {
        boolean either = words.get(3).equals("<>");
        if (!either && !words.get(3).equals("->")) {
            throw new Refused("rules with the direction " + words.get(3));
        }
        return new Header(
                transports(words.get(0)),
                hosts(words.get(1)),
                ports(words.get(2)),
                hosts(words.get(4)),
                ports(words.get(5)),
                either);
    }

    private static Set<Transport> transports(String protocol) throws Refused {
        return switch (protocol) {
            case "tcp", "tcp-pkt", "modbus", "dnp3" -> EnumSet.of(Transport.TCP);
            case "udp" -> EnumSet.of(Transport.UDP);
            case "enip" -> EnumSet.of(Transport.TCP, Transport.UDP);
            case "icmp" -> EnumSet.of(Transport.ICMP);
            case "ip" -> EnumSet.noneOf(Transport.class);
            default -> throw new Refused("rules for the protocol " + Plainly.name(protocol));
        };
    }

    private static Hosts hosts(String text) throws Refused {
        List<Network> in = new ArrayList<>();
        List<Network> out = new ArrayList<>();
        boolean any = false;
        for (Item item : items(text, 0)) {
            if (item.isAny()) {
                any |= !item.negated;
                continue;
            }
            try {
                (item.negated ? out : in).add(Network.parse(item.text));
            } catch (IllegalArgumentException none) {
                throw new Refused("rules with an address that is none");
            }
        }
        return new Hosts(any ? List.of() : in, out);
    }

    private static Ports ports(String text) throws Refused {
        List<Ports.Range> in = new ArrayList<>();
        List<Ports.Range> out = new ArrayList<>();
        boolean any = false;
        for (Item item : items(text, 0)) {
            if (item.isAny()) {
                any |= !item.negated;
                continue;
            }
            int colon = item.text.indexOf(':');
            String first = colon < 0 ? item.text : item.text.substring(0, colon);
            String last = colon < 0 ? first : item.text.substring(colon + 1);
            Ports.Range range = new Ports.Range(port(first, 0), port(last, 65_535));
            (item.negated ? out : in).add(range);
        }
        return new Ports(any ? List.of() : in, out);
    }

    private static int port(String text, int otherwise) throws Refused {
        if (text.isEmpty()) {
            return otherwise;
        }
        long port = SuricataNumbers.whole(text);
        if (port > 65_535) {
            throw new Refused("rules with a port that is none");
        }
        return (int) port;
    }

    /** One of a list, without the sign that negates it. */
    private record Item(String text, boolean negated) {
        boolean isAny() {
            return text.equals("any") || text.startsWith("$");
        }
    }

    /** The parts of a list, those of lists within it too. */
    private static List<Item> items(String text, int depth) throws Refused {
        boolean negated = text.startsWith("!");
        String plain = negated ? text.substring(1) : text;
        if (depth > DEEPEST) {
            throw new Refused("rules with lists that are nested too deeply");
        }
        if (!plain.startsWith("[")) {
            return List.of(new Item(plain, negated));
        }
        if (!plain.endsWith("]")) {
            throw new Refused("rules with a broken list");
        }
        List<Item> items = new ArrayList<>();
        for (String part : parts(plain.substring(1, plain.length() - 1))) {
            for (Item item : items(part.strip(), depth + 1)) {
                if (negated && item.negated) {
                    throw new Refused("rules with a list that is negated twice");
                }
                items.add(negated ? new Item(item.text, true) : item);
            }
        }
        return items;
    }

    /** Between the commas that stand in no inner list. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
