// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** What is wrong with a channel of a module, in records and in alarms (IEC 61158-6-10, 5.2.3.5, ChannelDiagnosis). */
final class Diagnosis {

    private static final int CHANNEL = 0x8000;
    private static final int EXTENDED = 0x8002;
    private static final int QUALIFIED = 0x8003;

    private static final Wordlist ERRORS = new Wordlist("channel_errors.tsv");
    private static final Numbered OTHER = Numbered.hex("error ");

    private Diagnosis() {}

    /**
     * Entries up to the end: {@code channel 2 | properties 2 | error 2}, extended by {@code extension 2 | value 4}, qualified
     * by 4 more; each is told at the unit.
     */
    static void read(int structure, Cursor in, String unit, Sink out) {
        int more = structure == CHANNEL ? 0 : structure == EXTENDED ? 6 : structure == QUALIFIED ? 10 : -1;
        while (more >= 0 && in.left() > 0) {
            int channel = in.u16();
            int properties = in.u16();
            int error = in.u16();
            in.skip(more);
            if (in.ok()) {
                String name = ERRORS.of(error);
                out.notice(IoService.DIAGNOSIS)
                        .unit(unit)
                        .object("channel", channel)
                        .symbol(name.isEmpty() ? OTHER.of(error) : name)
                        .qualifier(state(properties))
                        .tell();
            }
        }
    }

    /** Bits 11 and 12 of the properties. */
    private static String state(int properties) {
        return switch (properties >>> 11 & 3) {
            case 1 -> "appears";
            case 2 -> "disappears";
            case 3 -> "disappears, others remain";
            default -> "all disappeared";
        };
    }
}
