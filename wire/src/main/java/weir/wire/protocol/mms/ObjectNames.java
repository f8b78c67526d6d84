// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Names of objects as one text (ISO 9506-2 clause 7.5.1).
 *
 * <pre>
 * 80 item                       of the whole device: item
 * a1 { 1a domain | 1a item }    of a domain:         domain/item
 * 82 item                       of the association:  @item
 * </pre>
 */
final class ObjectNames {

    static final int OF_DEVICE = 0x80;
    static final int OF_DOMAIN = 0xa1;
    static final int OF_ASSOCIATION = 0x82;

    private static final int VISIBLE_STRING = 0x1a;
    /** Longest name: the standard allows 32 characters and twice that in later editions, for each of two. */
    private static final int LONGEST = 250;

    private final Ber ber = new Ber();
    private final Cursor part = new Cursor();
    private final Cursor joined = new Cursor();
    private final byte[] scratch = new byte[LONGEST];
    private int length;

    /** Reads a name; the cursor fails where none stands there. */
    String read(Cursor in, Sink out) {
        return ber.next(in) ? read(in, ber.identifier(), ber.length(), out) : "";
    }

    /** Reads a name whose head was read. */
    String read(Cursor in, int identifier, int size, Sink out) {
        length = 0;
        switch (identifier) {
            case OF_DEVICE -> append(in, size);
            case OF_ASSOCIATION -> {
                append('@', in);
                append(in, size);
            }
            case OF_DOMAIN -> {
                in.slice(size, part);
                text(part);
                append('/', part);
                text(part);
                if (!part.ok()) {
                    in.fail();
                }
            }
            default -> in.fail();
        }
        return in.ok() ? out.text(joined.wrap(scratch, 0, length), length) : "";
    }

    /** {@code name[3]}: a member of a list whose members have no names. */
    String member(String list, int index, Sink out) {
        length = 0;
        for (int i = 0; i < list.length() && i < LONGEST - 8; i++) {
            scratch[length++] = (byte) list.charAt(i);
        }
        scratch[length++] = '[';
        for (int unit = index >= 100 ? 100 : index >= 10 ? 10 : 1; unit > 0; unit /= 10) {
            scratch[length++] = (byte) ('0' + index / unit % 10);
        }
        scratch[length++] = ']';
        return out.text(joined.wrap(scratch, 0, length), length);
    }

    private void text(Cursor in) {
        if (ber.next(in, VISIBLE_STRING)) {
            append(in, ber.length());
        }
    }

    private void append(char letter, Cursor in) {
        if (length == LONGEST) {
            in.fail();
        } else {
            scratch[length++] = (byte) letter;
        }
    }

    private void append(Cursor in, int size) {
        if (size > LONGEST - length || size > in.left()) {
            in.fail();
            return;
        }
        System.arraycopy(in.bytes(), in.offset(), scratch, length, size);
        length += size;
        in.skip(size);
    }
}
