// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bsap;

import weir.wire.Cursor;

/** A message without its frame and its doubled octets. */
final class Message {

    private final byte[] octets = new byte[Bsap.LONGEST];
    final Cursor data = new Cursor();

    /** Whether the check is right. */
    boolean good;

    /** False where the frame does not begin, or does not end. */
    boolean read(Cursor in) {
        int count = 0;
        int check = Bsap.CHECK.initial();
        if (in.u8() != Bsap.ESCAPE || in.u8() != Bsap.START) {
            return false;
        }
        while (in.left() > 0) {
            int octet = in.u8();
            if (octet == Bsap.ESCAPE) {
                octet = in.u8();
                if (octet == Bsap.END) {
                    good = Bsap.CHECK.with(check, octet) == in.u16le();
                    data.wrap(octets, 0, count);
                    return in.ok();
                }
                if (octet != Bsap.ESCAPE) {
                    return false;
                }
            }
            if (count == octets.length) {
                return false;
            }
            octets[count++] = (byte) octet;
            check = Bsap.CHECK.with(check, octet);
        }
        return false;
    }
}
