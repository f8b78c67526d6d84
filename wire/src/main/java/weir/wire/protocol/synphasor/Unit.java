// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.synphasor;

import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/** One measuring unit of a stream, as its configuration says: what it measures, and how that is laid out. */
final class Unit {

    private static final int POLAR = 1;
    private static final int FLOAT_PHASORS = 2;
    private static final int FLOAT_ANALOGS = 4;
    private static final int FLOAT_FREQUENCY = 8;

    private final String name;
    private final int format;
    private final String[] phasors;
    private final double[] phasorFactors;
    private final String[] analogs;
    private final double[] analogFactors;
    private final double[] analogOffsets;
    private final int digitals;
    private final int nominal;

    Unit(
            String name,
            int format,
            String[] phasors,
            double[] phasorFactors,
            String[] analogs,
            double[] analogFactors,
            double[] analogOffsets,
            int digitals,
            int nominal) {
        this.name = name;
        this.format = format;
        this.phasors = phasors;
        this.phasorFactors = phasorFactors;
        this.analogs = analogs;
        this.analogFactors = analogFactors;
        this.analogOffsets = analogOffsets;
        this.digitals = digitals;
        this.nominal = nominal;
    }

    /** {@code id 241}. */
    String name() {
        return name;
    }

    /** Octets of its part of a data frame. */
    int octets() {
        int phasor = has(FLOAT_PHASORS) ? 8 : 4;
        int analog = has(FLOAT_ANALOGS) ? 4 : 2;
        int frequency = has(FLOAT_FREQUENCY) ? 8 : 4;
        return 2 + phasor * phasors.length + frequency + analog * analogs.length + 2 * digitals;
    }

    private boolean has(int bit) {
        return (format & bit) != 0;
    }

    /** Status u16, phasors, frequency and its change, analog values, digital words; all with the status as quality. */
    void tell(Cursor in, Subject device, Sink out) {
        int status = in.u16();
        for (int i = 0; i < phasors.length; i++) {
            phasor(i, status, in, device, out);
        }
        double frequency = has(FLOAT_FREQUENCY) ? in.f32() : nominal + in.i16() / 1000.0;
        double change = has(FLOAT_FREQUENCY) ? in.f32() : in.i16() / 100.0;
        tell("frequency", 0, "", "Hz", frequency, status, device, out);
        tell("rocof", 0, "", "Hz/s", change, status, device, out);
        for (int i = 0; i < analogs.length; i++) {
            double value = has(FLOAT_ANALOGS) ? in.f32() : in.i16() * analogFactors[i] + analogOffsets[i];
            tell("analog", i, analogs[i], "analog", value, status, device, out);
        }
        for (int i = 0; i < digitals; i++) {
            out.reading().integer(in.u16()).quality(status);
            out.point(device, "digital", i, "", "u16", Origin.REPORTED);
        }
    }

    private void phasor(int i, int status, Cursor in, Subject device, Sink out) {
        boolean floats = has(FLOAT_PHASORS);
        double first;
        double second;
        if (floats) {
            first = in.f32();
            second = in.f32();
        } else if (has(POLAR)) {
            first = in.u16() * phasorFactors[i];
            second = in.i16() / 10_000.0;
        } else {
            first = in.i16() * phasorFactors[i];
            second = in.i16() * phasorFactors[i];
        }
        double magnitude = has(POLAR) ? first : Math.sqrt(first * first + second * second);
        double angle = has(POLAR) ? second : Math.atan2(second, first);
        tell("magnitude", i, phasors[i], "phasor", magnitude, status, device, out);
        tell("angle", i, phasors[i], "rad", angle, status, device, out);
    }

    private static void tell(
            String objects, int i, String name, String type, double value, int status, Subject device, Sink out) {
        out.reading().number(value).quality(status);
        out.point(device, objects, i, name, type, Origin.REPORTED);
    }
}
