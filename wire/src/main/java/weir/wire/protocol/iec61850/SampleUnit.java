// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec61850;

import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** One unit of samples as it stands in a message (IEC 61850-9-2 clause 8.5, ASDU). */
final class SampleUnit {

    private static final int STREAM = 0x80;
    private static final int COUNT = 0x82;
    private static final int REVISION = 0x83;
    private static final int SYNCHRONISATION = 0x85;
    private static final int SAMPLES = 0x87;
    private static final int MANDATORY = 1 | 1 << 2 | 1 << 3 | 1 << 5 | 1 << 7;

    private static final int VALUE_AND_QUALITY = 8;
    /** Values told of one unit; 9-2LE has 8. */
    private static final int MOST_VALUES = 64;

    private static final String[] SYNCHRONISATIONS = {
        "not synchronised", "synchronised locally", "synchronised globally"
    };
    private static final String[] SIMULATED = {
        "not synchronised, simulated", "synchronised locally, simulated", "synchronised globally, simulated"
    };
    private static final Numbered CLOCK = new Numbered("synchronised by clock ");
    private static final Numbered SIMULATED_CLOCK = new Numbered("simulated, synchronised by clock ");

    private final Ber ber = new Ber();
    private final Cursor samples = new Cursor();
    private String stream = "";
    private int count;
    private long revision;
    private int synchronisation;
    private boolean simulated;

    /** Reads a unit; false where it is malformed or lacks something. */
    boolean read(Cursor in, boolean isSimulated, Sink out) {
        int seen = 0;
        simulated = isSimulated;
        while (in.left() > 0 && ber.next(in)) {
            int next = in.read() + ber.length();
            switch (ber.identifier()) {
                case STREAM -> {
                    stream = out.text(in, Math.min(255, ber.length()));
                    out.fact(SampledValues.NAME, "svid", stream);
                }
                case COUNT -> count = (int) ber.integer(in) & 0xffff;
                case REVISION -> revision = ber.integer(in) & 0xffff_ffffL;
                case SYNCHRONISATION -> synchronisation = (int) ber.integer(in) & 0xff;
                case SAMPLES -> in.slice(ber.length(), samples);
                default -> {}
            }
            if (in.ok()) {
                seen |= 1 << Math.min(31, ber.number());
                in.seek(next);
            }
        }
        return in.ok() && (seen & MANDATORY) == MANDATORY;
    }

    String stream() {
        return stream;
    }

    int count() {
        return count;
    }

    long revision() {
        return revision;
    }

    /** How its clock is set, and whether it is but simulated. */
    String clock() {
        if (synchronisation < SYNCHRONISATIONS.length) {
            return (simulated ? SIMULATED : SYNCHRONISATIONS)[synchronisation];
        }
        return (simulated ? SIMULATED_CLOCK : CLOCK).of(synchronisation);
    }

    int size() {
        return samples.left();
    }

    void points(Sink out) {
        if (samples.left() % VALUE_AND_QUALITY != 0 || !out.wantsPoints()) {
            return;
        }
        Subject publisher = out.sender();
        for (int i = 0; i < MOST_VALUES && samples.left() > 0; i++) {
            out.reading().integer(samples.i32()).quality(samples.i32());
            out.point(publisher, "samples", i, stream, "i32", PointValue.Origin.REPORTED);
        }
    }
}
