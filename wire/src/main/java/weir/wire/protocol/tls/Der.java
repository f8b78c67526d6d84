// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import weir.wire.Cursor;

/**
 * The encoding of certificates (X.690, 8.1 and 10): a tag, a length, the contents.
 *
 * <pre>
 * tag u8 | length u8 up to 127, or 0x81 u8, 0x82 u16, 0x83 u24 | contents
 * </pre>
 */
final class Der {

    static final int INTEGER = 0x02;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int CONTEXT_0 = 0xa0;

    private Der() {}

    /** Lets {@code part} read the contents of the element that begins here, and moves behind it; gives its tag. */
    static int enter(Cursor in, Cursor part) {
        int tag = in.u8();
        int length = in.u8();
        if (length > 0x7f) {
            length = switch (length) {
                case 0x81 -> in.u8();
                case 0x82 -> in.u16();
                case 0x83 -> in.u24();
                default -> -1;
            };
        }
        in.slice(length, part);
        return in.ok() ? tag : -1;
    }

    /** As {@link #enter}, where the element must have this tag; fails the cursor where it has not. */
    static void enter(Cursor in, int tag, Cursor part) {
        if (enter(in, part) != tag) {
            in.fail();
        }
    }
}
