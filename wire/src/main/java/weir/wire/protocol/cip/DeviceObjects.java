// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Reads who a device is out of the attributes of its objects: identity (CIP volume 1, 5-2), TCP/IP interface and
 * Ethernet link (volume 2, 5-4 and 5-5), and the name object of Logix controllers. An answer to "all" holds them in
 * order; one to a list repeats each number:
 *
 * <pre>
 * all: values      single: value      list: count u16, then each: attribute u16 | status u16 | value
 * </pre>
 */
final class DeviceObjects {

    private static final int SURE = 5;
    private static final String IDENTITY = "Identity object";
    private static final String TCP_IP = "TCP/IP object";
    private static final String ETHERNET_LINK = "Ethernet Link object";
    private static final String CONTROLLER = "controller name object";
    private static final int ETHERNET_ADDRESS = 6;

    private final IdentityFacts identity = new IdentityFacts();
    private final Wording words = new Wording();

    /** What the answer to a request for attributes says of the device. */
    void answer(Cursor in, Exchange asked, Sink out) {
        boolean known = switch (asked.classId) {
            case ObjectClasses.IDENTITY -> asked.instance == 1;
            case ObjectClasses.TCP_IP, ObjectClasses.ETHERNET_LINK, ObjectClasses.CONTROLLER_NAME -> asked.instance > 0;
            default -> false;
        };
        if (!known) {
            return;
        }
        Subject device = out.sender(asked.unit);
        identity.begin(device);
        switch (asked.service) {
            case Requests.GET_ATTRIBUTES_ALL -> all(in, asked.classId, device, out);
            case Requests.GET_ATTRIBUTE_SINGLE -> attribute(in, asked.classId, asked.attribute, device, out);
            case Requests.GET_ATTRIBUTE_LIST -> list(in, asked.classId, device, out);
            default -> {}
        }
        if (asked.classId == ObjectClasses.IDENTITY) {
            identity.end(device, IDENTITY, out);
        }
    }

    private void all(Cursor in, int classId, Subject device, Sink out) {
        for (int number = 1; in.left() > 0; number++) {
            if (!attribute(in, classId, number, device, out)) {
                return;
            }
        }
    }

    private void list(Cursor in, int classId, Subject device, Sink out) {
        int count = in.u16le();
        for (int i = 0; i < count && in.left() > 0; i++) {
            int number = in.u16le();
            int status = in.u16le();
            if (status == Statuses.SUCCESS && !attribute(in, classId, number, device, out)) {
                return;
            }
        }
    }

    /** Reads one attribute; false where its length is not known, so that nothing behind it can be read. */
    private boolean attribute(Cursor in, int classId, long number, Subject device, Sink out) {
        return switch (classId) {
            case ObjectClasses.IDENTITY -> identity.attribute(in, number, device, IDENTITY, out);
            case ObjectClasses.TCP_IP -> tcpIp(in, number, device, out);
            case ObjectClasses.ETHERNET_LINK -> ethernetLink(in, number, device, out);
            default -> controllerName(in, number, device, out);
        };
    }

    private boolean tcpIp(Cursor in, long number, Subject device, Sink out) {
        switch ((int) number) {
            case 1, 2, 3 -> in.skip(4);
            case 4 -> in.skip(2 * in.u16le());
            case 5 -> {
                long address = in.u32le();
                in.skip(4 * 4);
                in.skip(in.u16le() + 1 & ~1);
                tell(
                        device,
                        Attribute.IP,
                        address == 0 ? "" : words.begin().ip(address).take(out),
                        TCP_IP,
                        in,
                        out);
            }
            case 6 -> {
                int length = in.u16le();
                String name = out.text(in, length);
                in.skip(Math.min(length & 1, in.left()));
                tell(device, Attribute.NAME, name, TCP_IP, in, out);
            }
            default -> {
                return false;
            }
        }
        return in.ok();
    }

    private boolean ethernetLink(Cursor in, long number, Subject device, Sink out) {
        switch ((int) number) {
            case 1, 2 -> in.skip(4);
            case 3 -> {
                words.begin();
                for (int i = 0; i < ETHERNET_ADDRESS; i++) {
                    words.hex(in.u8(), 2).add(i < ETHERNET_ADDRESS - 1 ? ":" : "");
                }
                tell(device, Attribute.MAC, words.take(out), ETHERNET_LINK, in, out);
            }
            default -> {
                return false;
            }
        }
        return in.ok();
    }

    /** Attribute 1 is the name that the engineer gave the controller, 2 the description of the project. */
    private static boolean controllerName(Cursor in, long number, Subject device, Sink out) {
        if (number != 1 && number != 2) {
            return false;
        }
        String text = out.text(in, in.u16le());
        tell(device, number == 1 ? Attribute.PROJECT : Attribute.DESCRIPTION, text, CONTROLLER, in, out);
        return in.ok();
    }

    private static void tell(Subject device, Attribute attribute, String value, String source, Cursor in, Sink out) {
        if (in.ok()) {
            out.identity(device, attribute, value, source, SURE);
        }
    }
}
