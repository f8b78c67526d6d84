// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import weir.model.Reading;
import weir.wire.Cursor;
import weir.wire.Numbered;

/** The information object last read: what it asks for, and its value, which goes to the reading. */
final class InformationObject {

    private static final Numbered GROUP = new Numbered("group ");
    private static final Numbered COUNTERS = new Numbered("counter group ");
    private static final Numbered FILE = new Numbered("file ");

    /** Qualifier of interrogation of a whole station; those of its groups follow. */
    private static final int STATION = 20;

    private static final int GROUPS = 16;

    private static final String[] INITIALISATION = {"power_on", "manual_reset", "remote_reset"};

    private static final Cause.Step[] FREEZES = {
        Cause.Step.NONE, Cause.Step.FREEZE, Cause.Step.FREEZE_AND_RESET, Cause.Step.RESET
    };

    private static final Cause.Step[] CALLS = {
        Cause.Step.NONE,
        Cause.Step.SELECT_FILE,
        Cause.Step.REQUEST_FILE,
        Cause.Step.DEACTIVATE_FILE,
        Cause.Step.DELETE_FILE,
        Cause.Step.SELECT_SECTION,
        Cause.Step.REQUEST_SECTION,
        Cause.Step.DEACTIVATE_SECTION
    };

    Cause.Step step = Cause.Step.NONE;
    /** Group, file or the like that is meant; "" where the address says all. */
    String symbol = "";

    boolean valued;
    /** Refused in an element of its own: a file that is not ready, a section that arrived broken. */
    boolean declined;

    int file;
    int lengthOfFile;
    int lengthOfSegment;
    final Cursor segment = new Cursor();
    /** What ended: 1 or 2 a file, 3 or 4 a section; even when it was broken off. */
    int ending;

    void read(Cursor in, AsduType type, Reading reading) {
        step = Cause.Step.NONE;
        symbol = "";
        valued = false;
        declined = false;
        ending = 0;
        for (int i = 0; i < type.elements().size(); i++) {
            element(type.elements().get(i), in, reading);
        }
    }

    private void element(Element element, Cursor in, Reading reading) {
        switch (element) {
            case SIQ -> state(in.u8(), 1, reading);
            case DIQ, SEP -> state(in.u8(), 3, reading);
            case SPE, OCI -> value(in.u8(), reading);
            case VTI -> value(in.u8() << 25 >> 25, reading);
            case BSI -> value(in.u32le(), reading);
            case NVA -> {
                reading.number(in.i16le() / 32768.0);
                valued = true;
            }
            case SVA -> value(in.i16le(), reading);
            case R32 -> {
                reading.number(in.f32le());
                valued = true;
            }
            case BCR -> {
                value(in.i32le(), reading);
                reading.quality(in.u8());
            }
            case SCD -> {
                value(in.u16le(), reading);
                in.skip(2);
            }
            case QDS, QDP -> reading.quality(in.u8());
            case SCO -> command(in.u8(), 1, reading);
            case DCO, RCO -> command(in.u8(), 3, reading);
            case QOS -> step = step(in.u8());
            case QOI, QCC, QRP, COI -> station(element, in.u8());
            case NOF -> {
                file = in.u16le();
                symbol = FILE.of(file);
            }
            case LOF -> lengthOfFile = in.u24le();
            case FRQ, SRQ -> declined = in.u8() >>> 7 != 0;
            case SCQ -> step = CALLS[in.u8() & 7];
            case LSQ -> ending = in.u8();
            case AFQ -> {
                int answer = in.u8() & 0x0f;
                declined = answer == 2 || answer == 4;
            }
            case SEGMENT -> {
                lengthOfSegment = in.u8();
                in.slice(lengthOfSegment, segment);
            }
            case OPAQUE -> in.skip(in.left());
            case CP16, CP24, CP56, FBP, TSC, QPM, QPA, NOS, CHS, SOF -> in.skip(element.size);
        }
    }

    private void value(long integer, Reading reading) {
        reading.integer(integer);
        valued = true;
    }

    private void state(int octet, int mask, Reading reading) {
        value(octet & mask, reading);
        reading.quality(octet & 0xf0);
    }

    private void command(int octet, int mask, Reading reading) {
        value(octet & mask, reading);
        step = step(octet);
    }

    private static Cause.Step step(int octet) {
        return (octet & 0x80) != 0 ? Cause.Step.SELECT : Cause.Step.EXECUTE;
    }

    private void station(Element element, int octet) {
        if (element == Element.QOI) {
            symbol = octet > STATION && octet <= STATION + GROUPS ? GROUP.of(octet - (long) STATION) : "";
            if (octet == STATION) {
                symbol = "station";
            }
        } else if (element == Element.QCC) {
            int group = octet & 0x3f;
            symbol = group == 5 ? "counters" : COUNTERS.of(group);
            step = FREEZES[octet >>> 6];
        } else if (element == Element.QRP) {
            symbol = octet == 2 ? "event_buffer" : "process";
        } else {
            int reason = octet & 0x7f;
            symbol = reason < INITIALISATION.length ? INITIALISATION[reason] : "";
        }
    }
}
