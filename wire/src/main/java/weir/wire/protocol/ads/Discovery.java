// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Spelled;
import weir.wire.Vocabulary;

/** The search for devices, and routes that are made by user and password: UDP 48899. */
final class Discovery {

    private static final long MAGIC = 0x0366_1471;
    private static final int HEADER = 24;
    private static final long ANSWER = 0x8000_0000L;
    private static final String SOURCE = "discovery";

    /** Items that one message may have. */
    private static final int MOST = 64;

    private static final int STATUS = 1;
    private static final int PASSWORD = 2;
    private static final int VERSION = 3;
    private static final int SYSTEM = 4;
    private static final int HOST = 5;
    private static final int ROUTE = 0x0c;
    private static final int USER = 0x0d;

    private static final Spelled SYSTEMS = new Spelled(Discovery::system);
    private static final Spelled ENDS = new Spelled(Conversation::end);
    private static final Service[] SERVICES = new Service[256];

    static {
        for (int code = 0; code < SERVICES.length; code++) {
            SERVICES[code] = new Vocabulary.Listed("discovery_service_" + code, code, Verb.OTHER, "");
        }
        SERVICES[1] = Command.DISCOVER;
        SERVICES[6] = Command.ADD_ROUTE;
        SERVICES[7] = Command.DELETE_ROUTE;
    }

    private final Pending pending = new Pending(16);
    private String user = "";
    private String secret = "";
    private String route = "";
    private String host = "";
    private String version = "";
    private String system = "";
    private long status;

    /** Whether this begins as such a message does. */
    static boolean isOne(Cursor in) {
        long service = in.peek32le(8) & ~ANSWER;
        return in.peek32(0) == MAGIC && in.left() >= HEADER && service < SERVICES.length && in.peek32le(20) <= MOST;
    }

    static Direction direction(Cursor in) {
        return (in.peek32le(8) & ANSWER) != 0 ? Direction.TO_CLIENT : Direction.TO_SERVER;
    }

    void read(Cursor in, Sink out) {
        long magic = in.u32();
        long number = in.u32le();
        long code = in.u32le();
        long end = in.u48() << 16 | in.u16le();
        long items = in.u32le();
        if (!Conversation.isWhole(in, out)) {
            return;
        }
        if (magic != MAGIC || items > MOST) {
            out.violation("not_a_discovery", magic);
            return;
        }
        if ((code & ANSWER) == 0) {
            user = "";
            secret = "";
        }
        items(items, in, out);
        if (!Conversation.isWhole(in, out)) {
            return;
        }
        Service service = SERVICES[(int) (code & 0xff)];
        if ((code & ANSWER) == 0) {
            request(service, number, out);
        } else {
            answer(service, number, ENDS.of(end), out);
        }
    }

    /** Each item: tag u16, length u16, data. */
    private void items(long items, Cursor in, Sink out) {
        status = 0;
        route = "";
        host = "";
        version = "";
        system = "";
        for (long i = 0; i < items && in.ok(); i++) {
            int tag = in.u16le();
            int length = in.u16le();
            int behind = in.read() + length;
            if (length > in.left()) {
                in.fail();
                return;
            }
            item(tag, length, in, out);
            in.seek(behind);
        }
    }

    private void item(int tag, int length, Cursor in, Sink out) {
        switch (tag) {
            case STATUS -> status = length >= 4 ? in.u32le() : 0;
            case PASSWORD -> secret = out.hashed(in, length > 0 && in.peek(length - 1) == 0 ? length - 1 : length);
            case VERSION -> {
                if (length >= 4) {
                    version = Answers.VERSIONS.of((long) in.u8() << 24 | (long) in.u8() << 16 | in.u16le());
                }
            }
            case SYSTEM -> {
                if (length >= 20) {
                    in.skip(4);
                    long number = in.u32le() << 32 | in.u32le() << 16;
                    in.skip(4);
                    system = SYSTEMS.of(number | in.u32le());
                }
            }
            case HOST -> host = out.text(in, length);
            case ROUTE -> route = out.text(in, length);
            case USER -> user = out.text(in, length);
            default -> {}
        }
    }

    private void request(Service service, long number, Sink out) {
        Operation told = out.request(service).symbol(route).qualifier(host).tell();
        pending.ask(key(number, service), told, out.time(), 0);
        if (service == Command.ADD_ROUTE) {
            out.login(out.receiver(""), user, secret, Outcome.OPEN);
        }
    }

    private void answer(Service service, long number, String end, Sink out) {
        out.response(service);
        boolean met = pending.take(key(number, service));
        Operation request = pending.request();
        if (met && request != null) {
            out.like(request).since(pending.time());
        }
        if (status != 0) {
            out.refused((int) status, Answers.ERRORS.of(status));
        }
        Operation told = out.tell();
        Subject device = out.sender("");
        if (service == Command.ADD_ROUTE && met) {
            out.login(device, user, secret, told.outcome());
        }
        out.identity(device, Attribute.NAME, host, SOURCE, 5);
        out.identity(device, Attribute.SYSTEM, system, SOURCE, 5);
        out.identity(device, Attribute.FIRMWARE, version, SOURCE, 5);
        if (service == Command.DISCOVER) {
            out.identity(device, Attribute.VENDOR, "Beckhoff", SOURCE, 4);
            out.identity(device, Attribute.DESCRIPTION, end, SOURCE, 4);
        }
    }

    private static long key(long number, Service service) {
        return number << 8 | service.code();
    }

    /** Major, minor version and platform, as Windows numbers them. */
    private static String system(long number) {
        long platform = number & 0xffff;
        String name = platform == 3 ? "Windows CE " : platform == 2 ? "Windows NT " : "platform " + platform + " ";
        return name + (number >>> 32) + "." + (number >>> 16 & 0xffff);
    }
}
