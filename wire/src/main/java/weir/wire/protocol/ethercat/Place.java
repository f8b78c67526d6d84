// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import weir.model.Address;
import weir.model.Subject;
import weir.model.Transport;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.KnownAddresses;

/**
 * Which stations a datagram is for, and whose they are: stations have no address of their own on the network, so they
 * stand behind their master. What comes back has the master's hardware address with the bit for local ones set.
 */
final class Place {

    private static final Numbered STATION = new Numbered("station ");
    private static final Numbered POSITION = new Numbered("position ");
    private static final long LOCAL = 0x0200_0000_0000L;

    private final KnownAddresses addresses = new KnownAddresses();

    /** The station that is addressed by its configured address. */
    static String station(int address) {
        return STATION.of(address);
    }

    /** On its way out; positions count down from 0 as 16 bits. Coming back, they have been counted up. */
    static String unit(Command command, int address, boolean returned) {
        return switch (command.addressing) {
            case STATION -> STATION.of(address);
            case POSITION -> returned ? "" : POSITION.of(-address & 0xffff);
            case ALL -> "all stations";
            case NONE, LOGICAL -> "";
        };
    }

    Subject device(String unit, boolean returned, Sink out) {
        if (out.at().transport() != Transport.LINK) {
            return out.server(unit);
        }
        Address source = out.at().source();
        return returned && (source.low() & LOCAL) != 0
                ? out.subject(addresses.mac(source.low() & ~LOCAL), unit)
                : out.subject(source, unit);
    }
}
