// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;

/** How a packet begins: type, flags and length (MQTT 5.0, 2.1), and how one is recognised. */
final class Packet {

    private static final int LONGEST = 1 << 20;
    private static final int MOST_LENGTH_OCTETS = 4;

    /** Octets of a packet that only acknowledges, in version 5 with a reason in words. */
    private static final int LONGEST_ACKNOWLEDGEMENT = 4096;

    /** A longer packet is not waited for to say whether it is one. */
    private static final int LONGEST_WAITED_FOR = 2048;

    private static final int INVALID_QOS = 3;

    private Packet() {}

    static @Nullable PacketType type(Cursor in) {
        return in.left() == 0 ? null : PacketType.of(in.peek(0) >> 4);
    }

    /** Octets of type and length; 0 when the length is not all there, -1 when it is none. */
    static int header(Cursor in) {
        for (int i = 1; i <= MOST_LENGTH_OCTETS; i++) {
            int octet = in.peek(i);
            if (octet < 0x80) {
                return octet < 0 ? 0 : i + 1;
            }
        }
        return -1;
    }

    /** The length of what is behind the header. */
    static int rest(Cursor in) {
        int rest = 0;
        for (int i = 1; i <= MOST_LENGTH_OCTETS; i++) {
            int octet = in.peek(i);
            rest |= (octet & 0x7f) << 7 * (i - 1);
            if (octet < 0x80) {
                break;
            }
        }
        return rest;
    }

    /** As {@link Dialogue#frame}. */
    static int size(Cursor in) {
        PacketType type = type(in);
        if (type == null) {
            return in.left() == 0 ? Dialogue.MORE : Dialogue.LOST;
        }
        int header = header(in);
        if (!hasFlags(type, in.peek(0) & 15) || header < 0) {
            return Dialogue.LOST;
        }
        if (header == 0) {
            return Dialogue.MORE;
        }
        int rest = rest(in);
        return isLength(type, rest) && mayHold(type, header, rest, in) ? header + rest : Dialogue.LOST;
    }

    private static boolean hasFlags(PacketType type, int flags) {
        return switch (type) {
            case PUBLISH -> true;
            case PUBREL, SUBSCRIBE, UNSUBSCRIBE -> flags == 2;
            default -> flags == 0;
        };
    }

    private static boolean isLength(PacketType type, int rest) {
        return switch (type) {
            case CONNECT -> rest >= 12 && rest <= LONGEST;
            case CONNACK -> rest >= 2 && rest <= LONGEST_ACKNOWLEDGEMENT;
            case PUBLISH, SUBSCRIBE, UNSUBSCRIBE, SUBACK -> rest >= 3 && rest <= LONGEST;
            case PUBACK, PUBREC, PUBREL, PUBCOMP, UNSUBACK -> rest >= 2 && rest <= LONGEST_ACKNOWLEDGEMENT;
            case PINGREQ, PINGRESP -> rest == 0;
            default -> rest <= LONGEST_ACKNOWLEDGEMENT;
        };
    }

    /** Whether the octets behind the header, as far as they are there, may be those of the type. */
    private static boolean mayHold(PacketType type, int header, int rest, Cursor in) {
        int first = in.peek16(header);
        if (first < 0) {
            return true;
        }
        return switch (type) {
            case CONNECT -> first == 4 && in.peek(header + 2) <= 'M' || first == 6 && in.peek(header + 2) <= 'M';
            case CONNACK -> first >> 8 <= 1;
            case PUBLISH -> first <= rest - 2 && isTopic(in, header + 2, first);
            case PUBACK, PUBREC, PUBREL, PUBCOMP, SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK -> first != 0;
            default -> true;
        };
    }

    /** Of characters that a name of a topic may have; empty where an alias stands for it. */
    private static boolean isTopic(Cursor in, int at, int length) {
        for (int i = at; i < at + length; i++) {
            int octet = in.peek(i);
            if (octet >= 0 && octet < ' ' || octet == '#' || octet == '+' || octet == 0x7f) {
                return false;
            }
        }
        return true;
    }

    static Likeness likeness(Cursor in) {
        int size = size(in);
        if (size == Dialogue.MORE) {
            return Likeness.MORE;
        }
        PacketType type = type(in);
        if (size == Dialogue.LOST || type == null) {
            return Likeness.NO;
        }
        return switch (type) {
            case CONNECT -> connect(in, header(in));
            case PUBLISH -> publish(in, header(in), size);
            case SUBSCRIBE -> subscribe(in, header(in), size);
            default -> fits(in, size);
        };
    }

    /** Whether the packet ends where the octets end, or another one follows. */
    private static Likeness fits(Cursor in, int size) {
        if (in.left() < size) {
            return size <= LONGEST_WAITED_FOR ? Likeness.MORE : Likeness.NO;
        }
        in.skip(size);
        return size(in) == Dialogue.LOST ? Likeness.NO : Likeness.MAYBE;
    }

    /** {@code 0004 "MQTT" 4} or 5, {@code 0006 "MQIsdp" 3}. */
    private static Likeness connect(Cursor in, int at) {
        if (in.left() < at + 9) {
            return Likeness.MORE;
        }
        boolean mqtt = in.peek16(at) == 4 && in.peek32(at + 2) == 0x4d51_5454;
        boolean old = in.peek16(at) == 6 && in.peek32(at + 2) == 0x4d51_4973 && in.peek16(at + 6) == 0x6470;
        return mqtt || old ? Likeness.SURE : Likeness.NO;
    }

    /** Sure when the topic is one that brokers or Sparkplug have. */
    private static Likeness publish(Cursor in, int at, int size) {
        int flags = in.peek(0) & 15;
        int length = in.peek16(at);
        if ((flags >> 1 & 3) == INVALID_QOS || flags == 8 || length == 0) {
            return Likeness.NO;
        }
        if (in.left() < at + 2 + length) {
            return Likeness.MORE;
        }
        long begin = in.peek32(at + 2);
        boolean known = length > 8 && (begin == 0x7370_4276 || begin == 0x2453_5953);
        return known ? Likeness.SURE : length > 1 ? fits(in, size) : Likeness.NO;
    }

    /** Sure when the filters fill the packet, each with its options. */
    private static Likeness subscribe(Cursor in, int header, int size) {
        if (in.left() < size) {
            return fits(in, size);
        }
        int at = header + 2;
        while (at + 2 < size) {
            int length = in.peek16(at);
            at += 2 + length;
            if (length == 0 || at >= size || (in.peek(at) & 3) == INVALID_QOS) {
                return Likeness.MAYBE;
            }
            at++;
        }
        return at == size ? Likeness.SURE : Likeness.MAYBE;
    }
}
