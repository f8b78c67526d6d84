// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * A message in the mailbox of a station (ETG.1000.4 clause 5.6), little-endian:
 *
 * <pre>
 * length 2 | station 2 | channel 1 | kind 4 bits, counter 3 bits | content
 * </pre>
 */
final class Mailbox {

    private static final int HEADER = 6;
    private static final int ADS = 1;
    private static final int ETHERNET = 2;
    private static final int CANOPEN = 3;
    private static final int FILES = 4;
    private static final int DRIVE = 5;
    private static final int VENDOR = 15;
    private static final Numbered DRIVE_NUMBER = new Numbered("");

    private final CanOpen canOpen = new CanOpen();
    private final FileAccess files = new FileAccess();
    private final Cursor content = new Cursor();

    /** Whether what crosses the shared memory is a message: length, kind and its first words fit. */
    static boolean is(Cursor in) {
        int length = in.peek16le(0);
        int kind = in.peek(5) & 0x0f;
        if (in.left() < HEADER + 2 || length < 2 || length > in.left() - HEADER || in.peek(5) >>> 7 != 0) {
            return false;
        }
        return switch (kind) {
            case CANOPEN -> CanOpen.is(in.peek16le(HEADER));
            case FILES -> in.peek(HEADER) >= 1 && in.peek(HEADER) <= 6 && in.peek(HEADER + 1) == 0;
            case ETHERNET -> (in.peek(HEADER) & 0x0f) <= 5 && length >= 4;
            case DRIVE -> (in.peek(HEADER) & 7) >= 1 && (in.peek(HEADER) & 7) <= 6 && length >= 4;
            case ADS -> length >= 32;
            case VENDOR -> length >= 6;
            default -> false;
        };
    }

    /**
     * @param unit the station
     * @param asks the master writes it
     * @param again it was told on its way out, and comes back
     */
    void message(Cursor in, String unit, Subject device, boolean asks, boolean again, Sink out) {
        int length = in.u16le();
        in.skip(3);
        int kind = in.u8() & 0x0f;
        in.slice(length, content);
        if (!in.ok()) {
            out.violation("mailbox_cut_short", length);
            return;
        }
        if (kind == FILES) {
            files.message(content, unit, device, asks, again, out);
        } else if (!again) {
            switch (kind) {
                case CANOPEN -> canOpen.message(content, unit, device, asks, out);
                case DRIVE -> drive(unit, asks, out);
                case ETHERNET -> out.notice(EtherCatService.ETHERNET).unit(unit).tell();
                case ADS -> out.notice(EtherCatService.ADS).unit(unit).tell();
                case VENDOR ->
                    out.notice(EtherCatService.VENDOR_SPECIFIC).unit(unit).tell();
                default -> out.notice(EtherCatService.MAILBOX_ERROR).unit(unit).tell();
            }
        }
        if (!content.ok()) {
            out.violation("mailbox_cut_short", length);
        }
    }

    /** Operation 3 bits, incomplete, error, drive 3 bits | elements 1 | number 2. */
    private void drive(String unit, boolean asks, Sink out) {
        int flags = content.u8();
        content.skip(1);
        int number = content.u16le();
        if (!content.ok()) {
            return;
        }
        EtherCatService service = switch (flags & 7) {
            case 1, 2 -> EtherCatService.DRIVE_READ;
            case 3, 4 -> EtherCatService.DRIVE_WRITE;
            default -> EtherCatService.DRIVE_NOTICE;
        };
        if (service == EtherCatService.DRIVE_NOTICE) {
            out.notice(service);
        } else if (asks) {
            out.request(service);
        } else {
            out.response(service);
        }
        out.unit(unit).object("parameter", number).qualifier(DRIVE_NUMBER.of(flags >>> 5));
        if ((flags & 0x10) != 0) {
            out.refused(content.u16le(), "drive_error");
        }
        out.tell();
    }
}
