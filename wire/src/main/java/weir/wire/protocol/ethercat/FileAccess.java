// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import java.util.Arrays;
import weir.model.Outcome;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * File access over EtherCAT (ETG.1000.6 clause 5.9), how firmware gets into stations; little-endian.
 *
 * <pre>
 * kind 1 | 0 | read 1, write 2: password 4, name | data 3: number 4, octets | acknowledge 4: number 4
 *            | error 5: code 4, text | busy 6: done 2, all 2, text
 * </pre>
 */
final class FileAccess {

    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int DATA = 3;
    private static final int ACKNOWLEDGE = 4;
    private static final int ERROR = 5;

    /** Files that move at a time. */
    private static final int MOST = 32;

    private static final int LONGEST_NAME = 128;
    private static final Numbered PACKET = new Numbered("packet ");

    private final String[] units = new String[MOST];
    private final String[] names = new String[MOST];
    private final boolean[] into = new boolean[MOST];
    private final long[] moved = new long[MOST];
    private final int[] full = new int[MOST];
    private int next;

    FileAccess() {
        Arrays.fill(units, "");
        Arrays.fill(names, "");
    }

    void message(Cursor in, String unit, Subject device, boolean asks, boolean again, Sink out) {
        int kind = in.u8();
        in.skip(1);
        switch (kind) {
            case READ, WRITE -> open(kind == WRITE, in, unit, device, again, out);
            case DATA -> data(in, unit, device, asks, again, out);
            case ACKNOWLEDGE -> {
                long number = in.u32le();
                if (in.ok() && !again) {
                    tell(EtherCatService.FILE_ACKNOWLEDGE, unit, asks, out);
                    out.symbol(name(unit)).qualifier(PACKET.of(number)).tell();
                }
            }
            case ERROR -> {
                int code = in.i32le();
                if (in.ok() && !again) {
                    failed(code, unit, device, asks, out);
                }
            }
            default -> {
                if (!again) {
                    tell(EtherCatService.FILE_BUSY, unit, asks, out);
                    out.tell();
                }
            }
        }
    }

    private void open(boolean write, Cursor in, String unit, Subject device, boolean again, Sink out) {
        boolean secured = in.peek32le(0) > 0;
        String password = secured && !again ? out.hashed(in, 4) : "";
        in.skip(password.isEmpty() ? 4 : 0);
        if (!in.ok()) {
            return;
        }
        if (!password.isEmpty()) {
            out.login(device, "", password, Outcome.OPEN);
        }
        String name = out.text(in, Math.min(in.left(), LONGEST_NAME));
        int slot = slot(unit);
        if (slot < 0) {
            slot = next;
            next = next + 1 & MOST - 1;
        }
        units[slot] = unit;
        names[slot] = name;
        into[slot] = write;
        moved[slot] = 0;
        full[slot] = 0;
        if (!again) {
            out.request(write ? EtherCatService.FILE_WRITE : EtherCatService.FILE_READ)
                    .unit(unit)
                    .symbol(name)
                    .tell();
            transfer(slot, Transfer.State.STARTED, device, out);
        }
    }

    /** The first packet that is not full is the last. */
    private void data(Cursor in, String unit, Subject device, boolean asks, boolean again, Sink out) {
        long number = in.u32le();
        int size = in.left();
        if (!in.ok() || again) {
            return;
        }
        tell(EtherCatService.FILE_DATA, unit, asks, out);
        out.symbol(name(unit)).qualifier(PACKET.of(number)).tell();
        int slot = slot(unit);
        if (slot >= 0) {
            full[slot] = number <= 1 ? size : full[slot];
            moved[slot] += size;
            boolean last = size < full[slot];
            transfer(slot, last ? Transfer.State.COMPLETE : Transfer.State.MOVING, device, out);
            if (last) {
                units[slot] = "";
            }
        }
    }

    private void failed(int code, String unit, Subject device, boolean asks, Sink out) {
        tell(EtherCatService.FILE_ERROR, unit, asks, out);
        out.symbol(name(unit)).refused(code, error(code)).tell();
        int slot = slot(unit);
        if (slot >= 0) {
            transfer(slot, Transfer.State.BROKEN, device, out);
            units[slot] = "";
        }
    }

    private static void tell(EtherCatService service, String unit, boolean asks, Sink out) {
        if (asks) {
            out.request(service).unit(unit);
        } else {
            out.response(service).unit(unit);
        }
    }

    private void transfer(int slot, Transfer.State state, Subject device, Sink out) {
        out.transfer(
                device,
                "file",
                names[slot],
                into[slot] ? Transfer.Way.INTO_DEVICE : Transfer.Way.OUT_OF_DEVICE,
                state,
                moved[slot]);
    }

    private String name(String unit) {
        int slot = slot(unit);
        return slot < 0 ? "" : names[slot];
    }

    private int slot(String unit) {
        for (int i = 0; i < MOST; i++) {
            if (!unit.isEmpty() && units[i].equals(unit)) {
                return i;
            }
        }
        return -1;
    }

    private static String error(int code) {
        return switch (code) {
            case 0x8001 -> "not_found";
            case 0x8002 -> "access_denied";
            case 0x8003 -> "disk_full";
            case 0x8004 -> "illegal";
            case 0x8005 -> "packet_number_wrong";
            case 0x8006 -> "already_exists";
            case 0x8007 -> "no_user";
            case 0x8008 -> "bootstrap_only";
            case 0x8009 -> "not_bootstrap";
            case 0x800a -> "no_rights";
            case 0x800b -> "program_error";
            default -> "not_defined";
        };
    }
}
