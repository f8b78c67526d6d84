// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tristation;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Parcel;
import weir.wire.Sink;

/**
 * One program or function on its way, in pieces.
 *
 * <pre>
 * number u16 | next number u16 | length u16 | position u16 | length of this piece u16, all in words of 4 octets | words
 * </pre>
 */
final class Programs {

    private static final int WORD = 4;
    private static final Numbered NAMES = new Numbered("");

    /** What the malware TRITON mixes into the check that stands before the last word of its programs (Nozomi Networks). */
    private static final long TRITON = 0x7b52_41d3L;

    private final String kind;
    private final Transfer.Way way;
    private final CRC32 check = new CRC32();
    private @Nullable Parcel moving;

    /** @param kind {@code program} or {@code function} */
    Programs(String kind, Transfer.Way way) {
        this.kind = kind;
        this.way = way;
    }

    /** Whether the data holds all the words that it says. */
    static boolean isWhole(Cursor data) {
        int words = data.peek16le(8);
        return words >= 0 && data.left() - 10 >= words * WORD;
    }

    void piece(Cursor data, Subject holder, Sink out) {
        int number = data.u16le();
        data.skip(2);
        int length = data.u16le();
        int position = data.u16le();
        int words = data.u16le();
        if (length == 0) {
            return;
        }
        Parcel parcel = moving;
        if (position == 0) {
            if (parcel != null) {
                out.broken(parcel);
            }
            parcel = out.parcel(holder, kind, NAMES.of(number), way);
            check.reset();
        }
        moving = parcel;
        if (parcel == null) {
            return;
        }
        boolean last = position + words >= length;
        if (last && words >= 2 && way == Transfer.Way.INTO_DEVICE) {
            signature(number, data, words, out);
        } else {
            check.update(data.bytes(), data.offset(), words * WORD);
        }
        out.part(parcel, (long) position * WORD, data, words * WORD);
        if (!last) {
            out.moving(parcel);
            return;
        }
        moving = null;
        if (parcel.whole() && parcel.bytes() == (long) length * WORD) {
            out.complete(parcel);
        } else {
            out.broken(parcel);
        }
    }

    private void signature(int number, Cursor data, int words, Sink out) {
        int code = (words - 2) * WORD;
        check.update(data.bytes(), data.offset(), code);
        if ((check.getValue() ^ TRITON) == data.peek32le(code)) {
            out.violation("triton_signature", number);
        }
    }
}
