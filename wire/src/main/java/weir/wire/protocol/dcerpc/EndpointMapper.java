// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** Arguments of the endpoint mapper (C706, appendix O): which interface is looked for, where it is found. */
final class EndpointMapper implements StubReader {

    private static final int LOOKUP = 2;
    private static final int MAP = 3;

    private static final int FLOOR_TCP = 0x07;
    private static final int FLOOR_UDP = 0x08;
    private static final int FLOOR_UUID = 0x0d;
    private static final int FLOOR_PIPE = 0x0f;

    /** First half of the object UUIDs of PROFINET, and how the second begins (IEC 61158-6-10, 4.10.3.2.9). */
    private static final long PROFINET_OBJECT = 0xdea0_0000_6c97_11d1L;

    private static final long PROFINET_NODE = 0x8271;

    private static final Numbered TCP = new Numbered("tcp ");
    private static final Numbered UDP = new Numbered("udp ");
    private static final String SOURCE = "EPM lookup";

    /** Object, by pointer | tower, by pointer: {@code most | length 4 | tower}. */
    @Override
    public void request(Call call, Ndr in, Sink out) {
        if (call.operation != MAP) {
            return;
        }
        if (in.pointer()) {
            in.skip(16);
        }
        if (in.pointer()) {
            in.size();
            in.u32();
            call.name = sought(in.raw(), in.wording(), out);
        }
    }

    /** The first floor of a tower names the interface. */
    private static String sought(Cursor tower, Wording wording, Sink out) {
        tower.skip(2);
        int length = tower.u16le();
        if (length < 17 || tower.u8() != FLOOR_UUID) {
            return "";
        }
        long high = Uuid.high(tower, true);
        long low = tower.u64();
        RpcInterface known = Interfaces.of(high, low);
        return !tower.ok()
                ? ""
                : known != null ? known.name : wording.uuid(high, low).text(out);
    }

    @Override
    public void response(Call call, Ndr in, Sink out) {
        in.align(4);
        in.skip(20);
        long count = in.u32();
        in.skipPointers(3);
        if (call.operation == MAP && count > 0) {
            in.skipPointers((int) Math.min(count, 64));
            in.size();
            in.u32();
            call.word = endpoint(in.raw(), out);
        } else if (call.operation == LOOKUP) {
            entries(in, count, out);
        }
    }

    /** Floors: {@code left length 2 | protocol 1 | ... | right length 2 | ...}, little-endian; ports big-endian. */
    private static String endpoint(Cursor tower, Sink out) {
        int floors = tower.u16le();
        for (int i = 0; i < floors && tower.left() > 0; i++) {
            int left = tower.u16le();
            int protocol = tower.u8();
            tower.skip(left - 1);
            int right = tower.u16le();
            switch (protocol) {
                case FLOOR_TCP -> {
                    int port = tower.u16();
                    return tower.ok() ? TCP.of(port) : "";
                }
                case FLOOR_UDP -> {
                    int port = tower.u16();
                    return tower.ok() ? UDP.of(port) : "";
                }
                case FLOOR_PIPE -> {
                    return out.text(tower, right);
                }
                default -> tower.skip(right);
            }
        }
        return "";
    }

    /** Entries: {@code object 16 | tower pointer | annotation: offset, count, octets}. */
    private static void entries(Ndr in, long count, Sink out) {
        Cursor raw = in.raw();
        for (long i = 0; i < count && in.ok() && raw.left() > 0; i++) {
            in.alignPointer();
            long high = Uuid.high(raw, in.littleEndian());
            long low = raw.u64();
            in.pointer();
            in.size();
            long length = in.size();
            if (length < 0 || length > raw.left()) {
                return;
            }
            if (high == PROFINET_OBJECT && low >>> 48 == PROFINET_NODE && length >= 62) {
                annotation(in, (int) length, out);
            } else {
                in.skip((int) length);
            }
        }
    }

    /**
     * What a PROFINET device says of itself (IEC 61158-6-10, Annotation): {@code type 25 | order number 20 | hardware 5 |
     * prefix 1 | software 3 times 3}, blanks between.
     */
    private static void annotation(Ndr arguments, int length, Sink out) {
        Cursor in = arguments.raw();
        int end = in.read() + length;
        say(Attribute.MODEL, in, 25, out);
        say(Attribute.ORDER_NUMBER, in, 20, out);
        say(Attribute.HARDWARE, in, 5, out);
        Wording version = arguments.wording();
        version.add((char) in.u8());
        for (int i = 0; i < 3; i++) {
            version.add(i == 0 ? "" : ".").digits(in, 3);
        }
        out.identity(out.sender(), Attribute.FIRMWARE, version.text(out), SOURCE, 5);
        in.seek(end);
    }

    /** A column of the annotation and the blank behind it. */
    private static void say(Attribute attribute, Cursor in, int width, Sink out) {
        int blanks = 0;
        while (blanks < width && in.peek(blanks) == ' ') {
            blanks++;
        }
        in.skip(blanks);
        String value = out.text(in, width - blanks);
        in.skip(1);
        out.identity(out.sender(), attribute, value, SOURCE, 5);
    }
}
