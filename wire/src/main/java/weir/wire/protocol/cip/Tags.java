// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Service;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Reading and writing tags of Logix controllers (and those that speak like them). Rockwell 1756-PM020, "CIP services
 * and user-defined structures":
 *
 * <pre>
 * 0x4c read                elements u16                        answer: type u16 | values
 * 0x52 read fragmented     elements u16 | offset u32           answer: type u16 | values from the offset
 * 0x4d write               type u16 | elements u16 | values
 * 0x53 write fragmented    type u16 | elements u16 | offset u32 | values
 * 0x4e read-modify-write   mask length u16 | mask to set | mask to keep
 * </pre>
 *
 * A structure's type is 0x02a0 and a handle u16 that names its layout.
 */
final class Tags {

    private static final int READ = 0x4c;
    private static final int WRITE = 0x4d;
    private static final int READ_MODIFY_WRITE = 0x4e;
    private static final int READ_FRAGMENTED = 0x52;
    private static final int WRITE_FRAGMENTED = 0x53;

    private static final int STRUCTURE = 0x02a0;
    /** Layout of the controller's own STRING: a length and 82 characters. */
    private static final int STRING_LAYOUT = 0x0fce;

    private static final int COUNTED_STRING = 0xd0;
    private static final int SHORT_STRING = 0xda;
    private static final int LONGEST_MASK = 8;
    private static final long MOST_ELEMENTS = 1L << 32;

    private static final Numbered HANDLES = Numbered.hex("handle ");

    private final Wording words = new Wording();

    private int type;
    private int handle;

    /** Whether it is a service on a tag. */
    boolean concern(int service, Path path) {
        return path.classId() == ObjectClasses.SYMBOL
                && (path.instance() != 0 || !path.symbol().isEmpty())
                && switch (service) {
                    case READ, WRITE, READ_MODIFY_WRITE, READ_FRAGMENTED, WRITE_FRAGMENTED -> true;
                    default -> false;
                };
    }

    void request(Cursor in, Exchange asked, Path path, Sink out) {
        boolean write = asked.service == WRITE || asked.service == WRITE_FRAGMENTED;
        if (write) {
            readType(in);
        }
        int elements = in.u16le();
        if (asked.service == READ_FRAGMENTED || asked.service == WRITE_FRAGMENTED) {
            asked.offset = in.u32le();
        }
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return;
        }
        Service service = ObjectClasses.service(ObjectClasses.SYMBOL, asked.service);
        boolean masks = asked.service == READ_MODIFY_WRITE;
        Operation told = out.request(service)
                .unit(asked.unit)
                .range(path.space(out), path.instance(), masks ? 1 : elements)
                .symbol(path.symbol())
                .tell();
        asked.operation = told;
        if (!out.wantsPoints()) {
            return;
        }
        Subject controller = out.receiver(asked.unit);
        if (write) {
            values(in, asked, told, controller, PointValue.Origin.WRITE, out);
        } else if (masks) {
            masked(in, elements, told, controller, out);
        }
    }

    void answer(Cursor in, Exchange asked, Operation request, Sink out) {
        if (out.wantsPoints() && (asked.service == READ || asked.service == READ_FRAGMENTED)) {
            readType(in);
            values(in, asked, request, out.sender(asked.unit), PointValue.Origin.READ, out);
        }
    }

    private void readType(Cursor in) {
        type = in.u16le();
        handle = type == STRUCTURE ? in.u16le() : 0;
    }

    private void values(
            Cursor in, Exchange asked, Operation request, Subject subject, PointValue.Origin origin, Sink out) {
        TagType elementary = TagType.of(type);
        if (elementary == null) {
            text(in, request, subject, origin, out);
            return;
        }
        boolean one = request.target().count() == 1;
        long index = asked.offset / elementary.size();
        for (; in.left() >= elementary.size(); index++) {
            elementary.read(in, out.reading().clear());
            tell(request, one ? -1 : index, subject, elementary.name(), origin, out);
        }
    }

    /** A string, or a structure that can only be named. */
    private void text(Cursor in, Operation request, Subject subject, PointValue.Origin origin, Sink out) {
        String name = "STRING";
        if (type == STRUCTURE && handle == STRING_LAYOUT) {
            long length = in.u32le();
            out.reading().clear().text(out.text(in, (int) Math.min(length, in.left())));
        } else if (type == STRUCTURE) {
            name = "STRUCT";
            out.reading().clear().text(HANDLES.of(handle));
        } else if (type == COUNTED_STRING || type == SHORT_STRING) {
            int length = type == COUNTED_STRING ? in.u16le() : in.u8();
            out.reading().clear().text(out.text(in, length));
        } else {
            return;
        }
        if (in.ok()) {
            tell(request, -1, subject, name, origin, out);
        }
    }

    /** One bit that is set or cleared; masks that change more than one say nothing certain. */
    private void masked(Cursor in, int size, Operation request, Subject subject, Sink out) {
        if (size > LONGEST_MASK || 2 * size > in.left()) {
            return;
        }
        long set = 0;
        long clear = 0;
        for (int i = 0; i < size; i++) {
            set |= (long) in.u8() << 8 * i;
        }
        for (int i = 0; i < size; i++) {
            clear |= (long) (~in.u8() & 0xff) << 8 * i;
        }
        if (Long.bitCount(set | clear) != 1) {
            return;
        }
        int number = Long.numberOfTrailingZeros(set | clear);
        String symbol = request.target().symbol();
        String name = size == 1 && number == 0
                ? symbol
                : words.begin().add(symbol).add('.').decimal(number).take(out);
        out.reading().clear().integer(set == 0 ? 0 : 1);
        out.point(subject, request.target().space(), request.target().first(), name, "BOOL", PointValue.Origin.WRITE);
    }

    /** @param index which element of those asked for; -1 for the only one */
    private void tell(Operation request, long index, Subject subject, String type, PointValue.Origin origin, Sink out) {
        String space = request.target().space();
        long first = request.target().first();
        String symbol = request.target().symbol();
        if (symbol.isEmpty()) {
            // a symbol by its number: only its beginning has a name
            if (index <= 0) {
                out.point(subject, space, first, "", type, origin);
            }
        } else {
            out.point(subject, space, first, index < 0 ? symbol : element(symbol, index, out), type, origin);
        }
    }

    /** An element further on in an array: {@code Speed[5]} for the second from {@code Speed[4]}. */
    private String element(String symbol, long further, Sink out) {
        int digits = Math.max(symbol.lastIndexOf('['), symbol.lastIndexOf(',')) + 1;
        long from = 0;
        for (int i = digits; i < symbol.length() - 1 && from >= 0; i++) {
            int digit = symbol.charAt(i) - '0';
            from = digit >= 0 && digit <= 9 && from < MOST_ELEMENTS ? from * 10 + digit : -1;
        }
        boolean indexed = digits > 0 && symbol.endsWith("]") && from >= 0;
        words.begin();
        for (int i = 0; i < (indexed ? digits : symbol.length()); i++) {
            words.add(symbol.charAt(i));
        }
        return words.add(indexed ? "" : "[")
                .decimal((indexed ? from : 0) + further)
                .add(']')
                .take(out);
    }
}
