// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;

/**
 * The datagrams of a frame, little-endian, each followed by how many stations worked on it: 0 on the way out.
 *
 * <pre>
 * command 1 | number 1 | address 4: station or position 2 and register 2, or logical | length 11 bits, 0, more 0x8000
 * | interrupts 2 | data | working counter 2
 * </pre>
 */
final class Datagrams implements Dialogue {

    static final int KIND = 1;
    private static final int NETWORK_VARIABLES = 4;
    private static final int MAILBOX = 5;

    private static final int HEADER = 10;
    private static final int COUNTER = 2;
    private static final int LENGTH = 0x07ff;
    private static final int MORE_FOLLOW = 0x8000;

    private final Place place = new Place();
    private final Mailbox mailbox = new Mailbox();
    private final Eeprom eeprom = new Eeprom();
    private final WorkingCounters counters = new WorkingCounters();
    private final Cursor data = new Cursor();
    /** Frames come back in this conversation. */
    private boolean comesBack;

    /** They leave in it too: the first station does not mark what it passes on. */
    private boolean leaves;

    /** Whether datagrams, one after the other, take {@code length} octets behind the header of the frame. */
    static boolean fill(Cursor in, int length) {
        int at = 0;
        boolean more = true;
        while (more && at + HEADER + COUNTER <= length) {
            int size = in.peek16le(2 + at + 6);
            if (size < 0 || !Command.exists(in.peek(2 + at)) || (size & 0x3800) != 0) {
                return false;
            }
            more = (size & MORE_FOLLOW) != 0;
            at += HEADER + (size & LENGTH) + COUNTER;
        }
        return !more && at == length;
    }

    /** Whether any station worked on any of the datagrams. */
    private static boolean isReturned(Cursor in, int length) {
        int at = 2;
        while (at + HEADER + COUNTER <= length + 2) {
            int size = in.peek16le(at + 6);
            int counter = in.peek16le(at + HEADER + (size & LENGTH));
            if (counter > 0) {
                return true;
            }
            at += HEADER + (size & LENGTH) + COUNTER;
        }
        return false;
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int header = in.peek16le(0);
        boolean returned = header >>> 12 == KIND && isReturned(in, header & LENGTH);
        return returned ? Direction.TO_CLIENT : presumed;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int there = in.left();
        int header = in.peek16le(0);
        int length = header & LENGTH;
        if (header < 0 || length > there - 2) {
            out.violation("truncated", there);
            return;
        }
        boolean returned = header >>> 12 == KIND && isReturned(in, length);
        comesBack |= returned;
        leaves |= !comesBack;
        in.skip(2);
        switch (header >>> 12) {
            case KIND -> {
                if (fill(in.bytes(), in.offset() - 2, length)) {
                    datagrams(in, returned || comesBack && !leaves, out);
                } else {
                    out.violation("datagrams_do_not_fit", length);
                }
            }
            case NETWORK_VARIABLES ->
                out.notice(EtherCatService.NETWORK_VARIABLES).tell();
            case MAILBOX -> gateway(in, way, out);
            default -> out.violation("unknown_frame", header >>> 12);
        }
    }

    private boolean fill(byte[] bytes, int offset, int length) {
        return fill(data.wrap(bytes, offset, length + 2), length);
    }

    /** A mailbox message by itself, as gateways are sent it. */
    private void gateway(Cursor in, Direction way, Sink out) {
        if (!Mailbox.is(in)) {
            out.violation("bad_mailbox", in.left());
            return;
        }
        String unit = Place.station(in.peek16le(2));
        mailbox.message(in, unit, out.server(unit), way == Direction.TO_SERVER, false, out);
    }

    private void datagrams(Cursor in, boolean returned, Sink out) {
        boolean more = true;
        while (more && in.ok()) {
            Command command = Command.of(in.u8());
            in.skip(1);
            long address = in.u32le();
            int size = in.u16le();
            more = (size & MORE_FOLLOW) != 0;
            in.skip(2);
            in.slice(size & LENGTH, data);
            int counter = in.u16le();
            if (in.ok()) {
                datagram(command, address, counter, returned, out);
            }
        }
    }

    private void datagram(Command command, long address, int counter, boolean returned, Sink out) {
        int length = data.left();
        if (command.addressing == Command.Addressing.LOGICAL) {
            EtherCatService service = !command.writes
                    ? EtherCatService.CYCLIC_READ
                    : command.reads ? EtherCatService.CYCLIC_EXCHANGE : EtherCatService.CYCLIC_WRITE;
            begin(service, returned, out);
            out.range("logical", address, length);
            end(counter, returned, out);
        } else if (command == Command.NOP) {
            begin(EtherCatService.NOTHING, returned, out);
            out.tell();
        } else {
            int station = (int) address & 0xffff;
            physical(command, station, (int) (address >>> 16), counter, returned, out);
        }
        if (returned) {
            counters.seen(command.code, address, length, counter, out);
        }
    }

    private void physical(Command command, int station, int register, int counter, boolean returned, Sink out) {
        String unit = Place.unit(command, station, returned);
        boolean write = command.writes;
        boolean carries = returned ? counter > 0 : write;
        if (register >= Registers.MEMORY && carries && Mailbox.is(data)) {
            Subject device = place.device(unit, returned, out);
            mailbox.message(data, unit, device, write, write && returned, out);
            return;
        }
        EtherCatService service = Registers.service(register, write);
        if (register == Registers.EEPROM_CONTROL && write && (data.peek(1) & 2) != 0) {
            service = EtherCatService.WRITE_EEPROM;
        }
        begin(service, returned, out);
        out.unit(unit).range(Registers.name(register), register, data.left());
        if (service == EtherCatService.SET_STATE) {
            out.qualifier(States.word(Math.max(0, data.peek(0))));
        }
        if (service == EtherCatService.READ_STATE && returned && counter > 0 && register == Registers.STATE) {
            state(counter, out);
        } else {
            end(counter, returned, out);
        }
        if (command.addressing == Command.Addressing.STATION && returned && counter > 0) {
            eeprom(write, station, register, unit, out);
        }
    }

    /** State 2 | 0 2 | reason 2. */
    private void state(int counter, Sink out) {
        int state = Math.max(0, data.peek(0));
        int reason = data.peek16le(4);
        out.qualifier(States.word(state));
        if (States.isError(state) && reason > 0) {
            out.refused(reason, States.reason(reason));
        }
        end(counter, true, out);
    }

    private void eeprom(boolean write, int station, int register, String unit, Sink out) {
        int ahead = register == Registers.EEPROM_CONTROL ? 2 : register == Registers.EEPROM_ADDRESS ? 0 : -1;
        if (write && ahead >= 0 && data.left() >= ahead + 2) {
            eeprom.ask(station, data.peek16le(ahead));
        } else if (!write && register == Registers.EEPROM_DATA) {
            eeprom.read(station, data, place.device(unit, true, out), out);
        }
    }

    private static void begin(EtherCatService service, boolean returned, Sink out) {
        if (returned) {
            out.response(service);
        } else {
            out.request(service);
        }
    }

    /** No station worked on it: nobody has what was addressed. */
    private static void end(int counter, boolean returned, Sink out) {
        if (returned && counter == 0) {
            out.refused(0, "no_station");
        }
        out.tell();
    }
}
