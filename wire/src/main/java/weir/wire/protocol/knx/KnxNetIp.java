// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.knx;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * KNXnet/IP over UDP and TCP (ISO 22510, EN 13321-2; KNX 03_08_01 to 03_08_09), with the cEMI frames (03_06_03) in it.
 *
 * <pre>
 * header      06 | 10 | service u16 | length u16, all of the message
 * search, description, state, disconnect: endpoint: 08 | 01 UDP, 02 TCP | address 4 | port u16
 * connect     endpoint, endpoint, kind: length, type, layer      answer: channel u8, status u8, endpoint, kind
 * tunnelling, configuration: 04 | channel | sequence | status or 0 | cEMI frame, in acknowledgements nothing
 * routing     cEMI frame
 * </pre>
 *
 * Group addresses are symbols ({@code group 1/2/17}), devices on the bus are units ({@code device 1.1.5}).
 */
public final class KnxNetIp implements Protocol {

    static final int HEADER = 6;
    private static final int START = 0x0610;
    private static final int PORT = 3671;
    private static final int ENDPOINT = 8;
    private static final int CONNECTION = 4;
    private static final int LONGEST = 2048;

    @Override
    public String name() {
        return "knxnet_ip";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.udp(PORT), Carrier.tcp(PORT));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int first = in.peek(0);
        if (first >= 0 && first != START >> 8 || in.left() >= 2 && in.peek16(0) != START) {
            return Likeness.NO;
        }
        if (in.left() < HEADER) {
            return Likeness.MORE;
        }
        KnxService service = KnxService.of(in.peek16(2));
        int length = in.peek16(4);
        if (service == null || !fits(length) || over == Transport.UDP && length != in.left()) {
            return Likeness.NO;
        }
        return in.left() < HEADER + 2 ? Likeness.MORE : structured(service, in);
    }

    /** Whether what follows the header is what must follow it. */
    private static Likeness structured(KnxService service, Cursor in) {
        int first = in.peek(HEADER);
        boolean agrees = switch (service) {
            case SEARCH, DESCRIPTION, SEARCH_EXTENDED -> first == ENDPOINT || in.peek16(2) == 0x0204 && first >= 54;
            case DEVICE_CONFIGURATION,
                    TUNNELLING,
                    TUNNELLING_FEATURE_GET,
                    TUNNELLING_FEATURE_SET,
                    TUNNELLING_FEATURE_INFO -> first == CONNECTION;
            case ROUTING -> first == 0x29;
            case CONNECT -> in.peek16(2) == 0x0206 || first == ENDPOINT;
            default -> false;
        };
        return agrees ? Likeness.SURE : Likeness.MAYBE;
    }

    private static boolean fits(int length) {
        return length > HEADER && length <= LONGEST;
    }

    /** Length of the message that begins here, as {@link Dialogue#frame} tells it. */
    static int frame(Cursor in) {
        int first = in.peek(0);
        int start = in.peek16(0);
        if (first >= 0 && first != START >> 8 || start >= 0 && start != START) {
            return Dialogue.LOST;
        }
        int number = in.peek16(2);
        int length = in.peek16(4);
        if (number >= 0 && KnxService.of(number) == null || length >= 0 && !fits(length)) {
            return Dialogue.LOST;
        }
        return length < 0 ? Dialogue.MORE : length;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
