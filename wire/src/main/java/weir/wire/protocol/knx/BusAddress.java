// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.knx;

import weir.wire.Phrase;
import weir.wire.Sink;

/** Addresses on the bus in words: of devices in dots, 4, 4 and 8 bits; of groups in strokes, 5, 3 and 8 bits. */
final class BusAddress {

    private final Phrase phrase = new Phrase();

    String device(int address, Sink out) {
        phrase.begin().add("device ");
        return dots(address).take(out);
    }

    String individual(int address, Sink out) {
        phrase.begin();
        return dots(address).take(out);
    }

    private Phrase dots(int address) {
        return phrase.decimal(address >> 12)
                .add('.')
                .decimal(address >> 8 & 15)
                .add('.')
                .decimal(address & 255);
    }

    String group(int address, Sink out) {
        return phrase.begin()
                .decimal(address >> 11)
                .add('/')
                .decimal(address >> 8 & 7)
                .add('/')
                .decimal(address & 255)
                .take(out);
    }
}
