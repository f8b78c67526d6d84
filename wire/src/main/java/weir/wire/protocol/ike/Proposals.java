// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ike;

import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * What one side would have, or both have agreed on: the first proposal, in short, {@code AES_CBC 256, SHA2_256}.
 *
 * <pre>
 * SA, version 1   domain u32 | situation u32 | proposals
 * proposal        more u8 | 0 | length u16 | number u8 | protocol u8 | length of the id u8 | transforms u8 | id | transforms
 * transform 1     more u8 | 0 | length u16 | number u8 | id u8 | 0 u16 | attributes     (RFC 2408, 3.6; RFC 2409, appendix A)
 * transform 2     more u8 | 0 | length u16 | type u8 | 0 | id u16 | attributes          (RFC 7296, 3.3.2)
 * attribute       0x8000 and type u16 | value u16; or type u16 | length u16 | value
 * </pre>
 */
final class Proposals {

    /** Type and value joined: of version 2 as they are, of version 1 with 0x100 added to the type. */
    private static final NamedCodes TRANSFORMS = new NamedCodes("ike/transforms", "transform_");

    private static final int VERSION_1 = 0x100;
    private static final int MOST = 16;
    private static final int SHORT = 0x8000;
    private static final int KEY_LENGTH = 14;
    private static final int LAST_TOLD = 4;

    private final Phrase phrase = new Phrase();
    private final Cursor transform = new Cursor();

    String first(Cursor in, Sink out) {
        in.skip(8);
        int transforms = proposal(in);
        phrase.begin();
        if (transforms > 0 && in.ok()) {
            in.skip(2);
            in.slice(in.u16() - 4, transform);
            transform.skip(4);
            attributes();
        }
        return phrase.take(out);
    }

    String second(Cursor in, Sink out) {
        int transforms = proposal(in);
        phrase.begin();
        int told = 0;
        for (int i = 0; i < Math.min(transforms, MOST) && in.ok(); i++) {
            in.skip(2);
            in.slice(in.u16() - 4, transform);
            int type = transform.u8();
            transform.skip(1);
            int id = transform.u16();
            if (!transform.ok() || !in.ok() || (told >> type & 1) != 0 || type > LAST_TOLD) {
                continue;
            }
            told |= 1 << type;
            add(type << 16 | id);
            if ((transform.u16() & ~SHORT) == KEY_LENGTH) {
                phrase.add(' ').decimal(transform.u16());
            }
        }
        return phrase.take(out);
    }

    /** Passes the head of a proposal; gives how many transforms it has. */
    private static int proposal(Cursor in) {
        in.skip(6);
        int id = in.u8();
        int transforms = in.u8();
        in.skip(id);
        return in.ok() ? transforms : 0;
    }

    private void attributes() {
        while (transform.left() > 0) {
            int type = transform.u16();
            int value = transform.u16();
            if ((type & SHORT) == 0) {
                transform.skip(value);
                continue;
            }
            int number = type & ~SHORT;
            if (!transform.ok()) {
                return;
            }
            if (number == KEY_LENGTH) {
                phrase.add(' ').decimal(value);
            } else if (number <= LAST_TOLD) {
                add(VERSION_1 + number << 16 | value);
            }
        }
    }

    private void add(int transformCode) {
        if (!phrase.isEmpty()) {
            phrase.add(", ");
        }
        phrase.add(TRANSFORMS.of(transformCode));
    }
}
