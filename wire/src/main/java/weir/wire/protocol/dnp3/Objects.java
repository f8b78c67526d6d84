// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Sink;

/** Reads the object headers of a message and what follows them. */
final class Objects {

    private static final int TIMES = 50;
    private static final int AUTHENTICATION = 120;
    private static final int FILES = 70;

    private final ObjectHeader header = new ObjectHeader();
    private final Values values = new Values();
    private final Files files = new Files();

    private long lowest;
    private long highest;

    /** Reads all that is left of a message; false when it could not be read to its end. */
    boolean read(Cursor in, Message message, Sink out) {
        while (in.left() > 0) {
            boolean readable = header.read(in);
            if (in.ok() || !readable) {
                out.factHex("dnp3", "objvar", header.code(), 4);
            }
            if (!readable) {
                out.violation(header.problem(), header.code());
                return false;
            }
            if (out.wantsRows()) {
                Dnp3Log.header(header, message, out);
            }
            if (!content(in, message, out)) {
                return false;
            }
        }
        return true;
    }

    private boolean content(Cursor in, Message message, Sink out) {
        if (!bringsObjects(message)) {
            return select(in, message, out);
        }
        ObjectType type = ObjectTypes.of(header.group, header.variation);
        if (header.count == 0) {
            tell(message, out);
            return true;
        }
        if (!header.sized() && (type == null || (type.size() < 0 && !type.isAttribute()))) {
            out.violation("unknown_object", header.code());
            return false;
        }
        if (Controls.are(header)) {
            return Controls.read(in, header, message, out);
        }
        if (header.group == FILES && header.sized()) {
            return files.read(in, header, message, out);
        }
        int begin = in.read();
        measure(in, type);
        if (!in.ok()) {
            out.violation("truncated", header.code());
            return false;
        }
        int end = in.read();
        tell(message, out);
        if (type != null && message.function != null) {
            in.seek(begin);
            values.read(in, header, type, message, out);
            in.seek(end);
        }
        return true;
    }

    private boolean bringsObjects(Message message) {
        Function function = message.function;
        if (header.sized() || header.group == AUTHENTICATION) {
            return true;
        }
        return function != null && (function.carriesObjects() || (function.freezesAtTime() && header.group == TIMES));
    }

    /** A header that only says which objects are meant; indices may follow it. */
    private boolean select(Cursor in, Message message, Sink out) {
        noIndices();
        if (header.indexed()) {
            for (long i = 0; i < header.count && in.ok(); i++) {
                note(header.prefix(in));
            }
        }
        if (!in.ok()) {
            out.violation("truncated", header.code());
            return false;
        }
        tell(message, out);
        return true;
    }

    private void tell(Message message, Sink out) {
        message.begin(header.group, out);
        String space = ObjectTypes.space(header.group, header.variation);
        if (header.indexed() && header.count > 0) {
            long span = highest - lowest + 1;
            boolean together = span <= header.count;
            out.range(space, together ? lowest : -1, together ? span : header.count);
        } else {
            out.range(space, header.start, header.count);
        }
        if (header.group == AUTHENTICATION) {
            out.symbol(Authentication.word(header.variation));
        }
        message.told(out.tell());
    }

    /** Moves behind the objects, noting the indices in front of them. */
    private void measure(Cursor in, @Nullable ObjectType type) {
        noIndices();
        if (header.indexed() || header.sized()) {
            for (long i = 0; i < header.count && in.ok(); i++) {
                long prefix = header.prefix(in);
                note(prefix);
                skip(in, header.sized() ? prefix : sizeOf(in, type));
            }
        } else if (type != null && type.bits() > 0) {
            skip(in, (header.count * type.bits() + 7) / 8);
        } else if (type != null && type.isAttribute()) {
            for (long i = 0; i < header.count && in.ok(); i++) {
                skip(in, sizeOf(in, type));
            }
        } else if (type != null) {
            skip(in, header.count * type.size());
        }
    }

    private static long sizeOf(Cursor in, @Nullable ObjectType type) {
        if (type == null) {
            return 0;
        }
        if (type.isAttribute()) {
            // type, length, value
            return 2L + Math.max(0, in.peek(1));
        }
        return type.bits() > 0 ? 1 : type.size();
    }

    private static void skip(Cursor in, long count) {
        if (count > in.left()) {
            in.fail();
        } else {
            in.skip((int) count);
        }
    }

    private void noIndices() {
        lowest = Long.MAX_VALUE;
        highest = -1;
    }

    private void note(long index) {
        lowest = Math.min(lowest, index);
        highest = Math.max(highest, index);
    }
}
