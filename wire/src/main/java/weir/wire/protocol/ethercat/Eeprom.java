// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.KnownNumbers;

/**
 * What the EEPROM of each station says (ETG.1000.6 clause 5.4): the master writes the address of a word, then reads what
 * stands there. Words 8 to 15 are vendor, product, revision and serial number, two words each, little-endian.
 */
final class Eeprom {

    /** Stations whose last address is remembered. */
    private static final int MOST = 256;

    private static final int VENDOR = 8;
    private static final int PRODUCT = 10;
    private static final int REVISION = 12;
    private static final int SERIAL = 14;

    private static final String SOURCE = "EEPROM";

    private final KnownNumbers products = KnownNumbers.hexadecimal("product ");
    private final KnownNumbers revisions = KnownNumbers.hexadecimal("revision ");
    private final KnownNumbers numbers = KnownNumbers.decimal("");
    private final int[] stations = new int[MOST];
    private final int[] addresses = new int[MOST];

    /** A word is asked for. */
    void ask(int station, int address) {
        stations[station & MOST - 1] = station;
        addresses[station & MOST - 1] = address;
    }

    /** What stands at the word that was asked for last. */
    void read(int station, Cursor in, Subject device, Sink out) {
        if (stations[station & MOST - 1] != station) {
            return;
        }
        int address = addresses[station & MOST - 1];
        for (int word = address; in.left() >= 4 && (word & 1) == 0; word += 2) {
            tell(word, in.u32le(), device, out);
        }
        stations[station & MOST - 1] = 0;
    }

    private void tell(int word, long value, Subject device, Sink out) {
        switch (word) {
            case VENDOR -> out.identity(device, Attribute.VENDOR, Makers.of(value), SOURCE, 5);
            case PRODUCT -> out.identity(device, Attribute.MODEL, products.of(value), SOURCE, 5);
            case REVISION -> out.identity(device, Attribute.HARDWARE, revisions.of(value), SOURCE, 5);
            case SERIAL -> {
                if (value != 0) {
                    out.identity(device, Attribute.SERIAL, numbers.of(value), SOURCE, 5);
                }
            }
            default -> {}
        }
    }
}
