// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.model.Address;
import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.KnownAddresses;

/** The blocks of records that tell of the device: its modules, its interface and ports, its diagnosis. */
final class RecordBlocks {

    private static final String INTERFACE = "PDInterfaceDataReal";
    private static final String PORT = "PDPortDataReal";
    private static final int PROPER = 2;

    private static final String[] MODULE_STATES = {"no module", "wrong module", "proper module", "substitute module"};

    private final KnownAddresses addresses = new KnownAddresses();
    private final Cursor entries = new Cursor();

    /** Length 1 | name | to a multiple of 4 | address 6 | 0 2 | IP address 4 | mask 4 | gateway 4. */
    void networkInterface(Cursor in, Sink out) {
        int begin = in.read();
        String name = out.text(in, in.u8());
        in.skip(-(in.read() - begin + 6) & 3);
        Address mac = addresses.mac(in.u48());
        in.skip(2);
        Address ip = addresses.ipv4(in.u32());
        if (!in.ok()) {
            return;
        }
        out.identity(out.sender(), Attribute.NAME, name, INTERFACE, 5);
        if (mac.isUnicast()) {
            out.identity(out.sender(), Attribute.MAC, mac.toString(), INTERFACE, 5);
        }
        if (ip.isUnicast()) {
            out.identity(out.sender(), Attribute.IP, ip.toString(), INTERFACE, 5);
        }
    }

    /** 0 2 | slot 2 | subslot 2 | length 1 | own port | peers 1 | to a multiple of 4 | length 1 | port of the peer | ... */
    void port(Cursor in, Relations known, Sink out) {
        in.skip(2);
        int slot = in.u16();
        int subslot = in.u16();
        String own = out.text(in, in.u8());
        if (in.ok()) {
            out.identity(out.sender(known.units.of(slot, subslot)), Attribute.PORT, own, PORT, 5);
        }
    }

    /** [API 4] | slot 2 | subslot 2 | channel 2 | properties 2 | structure 2 | entries. */
    void diagnosis(Cursor in, boolean withApi, Relations known, Sink out) {
        in.skip(withApi ? 4 : 0);
        int slot = in.u16();
        int subslot = in.u16();
        in.skip(4);
        int structure = in.u16();
        in.slice(in.left(), entries);
        if (in.ok()) {
            Diagnosis.read(structure, entries, known.units.of(slot, subslot), out);
        }
    }

    /** APIs 2: {@code [API 4] | slots 2: slot 2 | module 4 | submodules 2: subslot 2, submodule 4}. */
    void modules(Cursor in, boolean withApi, Relations known, Sink out) {
        int apis = withApi ? in.u16() : 1;
        for (int api = 0; api < apis && in.left() > 0; api++) {
            in.skip(withApi ? 4 : 0);
            int slots = in.u16();
            for (int i = 0; i < slots && in.left() > 0; i++) {
                int slot = in.u16();
                long module = in.u32();
                in.skip(in.u16() * 6);
                if (in.ok()) {
                    ConnectBlocks.module(slot, module, "real identification", 5, known, out);
                }
            }
        }
    }

    /** APIs 2: {@code API 4 | modules 2: slot 2 | module 4 | state 2 | submodules 2: subslot 2, submodule 4, state 2}. */
    void differences(Cursor in, Relations known, Sink out) {
        int apis = in.u16();
        for (int api = 0; api < apis && in.left() > 0; api++) {
            in.skip(4);
            int modules = in.u16();
            for (int i = 0; i < modules && in.left() > 0; i++) {
                int slot = in.u16();
                in.skip(4);
                int state = in.u16();
                in.skip(in.u16() * 8);
                if (in.ok() && state != PROPER) {
                    out.notice(IoService.MODULE_DIFFERENCE)
                            .unit(known.units.of(slot, 0x1))
                            .object("slot", slot)
                            .qualifier(state < MODULE_STATES.length ? MODULE_STATES[state] : "unknown state")
                            .tell();
                }
            }
        }
    }
}
