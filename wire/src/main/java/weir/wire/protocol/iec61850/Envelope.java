// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec61850;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * What stands before a publication: on the link (IEC 61850-8-1 annex C), or in UDP with a session of its own (IEC
 * 61850-90-5 clause 7).
 *
 * <pre>
 * link    application u16 | length u16, this header too | simulated 0x8000 u16 | 0 u16 | publication
 * routed  01 40 | kind a0 to a3 | length u8 | 80 | length u8
 *         | length of all that follows u32 | number u32 | version u16 | key since u32 | next key in u16
 *         | encryption u8 | signature u8 | key u32 | ...
 *         | length u32 | { kind 81 to 84 | simulated u8 | application u16 | length u16 | publication } | 85 signature
 * </pre>
 */
final class Envelope {

    static final int ROUTED_GOOSE = 0xa1;
    static final int ROUTED_SAMPLES = 0xa2;

    private static final int HEADER = 8;
    private static final int SIMULATED = 0x8000;
    private static final int UNIT_DATA = 0x0140;
    private static final int COMMON_HEADER = 0x80;
    private static final int ELEMENT_HEADER = 6;
    private static final int FIRST_KIND = 0x81;
    private static final int LAST_KIND = 0x84;

    private int application;
    private boolean simulated;
    private boolean encrypted;

    int application() {
        return application;
    }

    boolean simulated() {
        return simulated;
    }

    boolean encrypted() {
        return encrypted;
    }

    /** Whether these bytes of a datagram begin a session of this kind. */
    static boolean isRouted(Cursor in, int kind) {
        return in.peek16(0) == UNIT_DATA && in.peek(2) == kind && in.peek(4) == COMMON_HEADER;
    }

    /**
     * Reads the header of a frame and leaves {@code publication} on as much of what follows as there is; false where the
     * header is no header.
     */
    boolean link(Cursor in, Cursor publication, Sink out) {
        encrypted = false;
        int all = in.left();
        application = in.u16();
        int length = in.u16();
        simulated = (in.u16() & SIMULATED) != 0;
        in.skip(2);
        if (!in.ok()) {
            out.violation("truncated", all);
            return false;
        }
        if (length < HEADER) {
            out.violation("malformed_header", length);
            return false;
        }
        in.slice(Math.min(length - HEADER, in.left()), publication);
        return true;
    }

    /** Reads a session and leaves {@code elements} on its payload; false where it is malformed. */
    boolean session(Cursor in, Cursor elements, Sink out) {
        int all = in.left();
        in.skip(3);
        int headers = in.u8();
        in.slice(headers, elements);
        elements.skip(2 + 4 + 4 + 2 + 4 + 2);
        encrypted = elements.u8() != 0;
        elements.skip(1 + 4);
        boolean ok = elements.ok();
        long length = in.u32();
        if (!ok || !in.ok() || length > in.left()) {
            out.violation("truncated", all);
            return false;
        }
        in.slice((int) length, elements);
        return true;
    }

    /**
     * Leaves {@code publication} on the next element of a session's payload; false where there is none. Some publishers
     * count its length too.
     */
    boolean next(Cursor elements, Cursor publication) {
        int kind = elements.peek(0);
        if (elements.left() < ELEMENT_HEADER || kind < FIRST_KIND || kind > LAST_KIND) {
            return false;
        }
        elements.skip(1);
        simulated = elements.u8() != 0;
        application = elements.u16();
        int length = elements.u16();
        elements.slice(Math.min(length, elements.left()), publication);
        return true;
    }
}
