// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.synphasor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** The units of a stream, read from a configuration frame (IEEE C37.118.2-2011 clause 6.4, 6.5). */
final class Configuration {

    static final Numbered IDS = new Numbered("id ");

    /** Channels of a stream that are read; a stream of more is not. */
    private static final int MOST = 512;

    private static final int NAME = 16;
    private static final double MICRO = 1e-5;

    private final List<Unit> units = new ArrayList<>();
    private final boolean third;
    private int channels;

    /** @param third whether it is a configuration 3, whose names are as long as they are */
    Configuration(boolean third) {
        this.third = third;
    }

    List<Unit> units() {
        return units;
    }

    /** Octets of all units in a data frame. */
    int octets() {
        int octets = 0;
        for (int i = 0; i < units.size(); i++) {
            octets += units.get(i).octets();
        }
        return octets;
    }

    /**
     * Reads and tells all units: time base u32, number of units u16, these, rate of data u16. False where it is cut or has
     * too much.
     */
    boolean read(Cursor in, Sink out) {
        in.skip(4);
        int number = in.u16();
        for (int i = 0; i < number && in.ok(); i++) {
            Unit unit = unit(in, out);
            if (unit == null) {
                return false;
            }
            units.add(unit);
        }
        in.skip(2);
        return in.ok() && in.left() == 0;
    }

    private String name(Cursor in, Sink out) {
        return out.text(in, third ? in.u8() : NAME);
    }

    private @Nullable Unit unit(Cursor in, Sink out) {
        String station = name(in, out);
        int id = in.u16();
        in.skip(third ? 16 : 0);
        int format = in.u16();
        int phasors = in.u16();
        int analogs = in.u16();
        int digitals = in.u16();
        channels += phasors + analogs + 16 * digitals + 1;
        if (!in.ok() || channels > MOST) {
            return null;
        }
        String[] phasorNames = names(phasors, in, out);
        String[] analogNames = names(analogs, in, out);
        names(16 * digitals, in, out);
        double[] phasorFactors = new double[phasors];
        for (int i = 0; i < phasors; i++) {
            phasorFactors[i] = third ? scale(in) : (in.u32() & 0xff_ffff) * MICRO;
        }
        double[] factors = new double[analogs];
        double[] offsets = new double[analogs];
        for (int i = 0; i < analogs; i++) {
            factors[i] = third ? in.f32() : 1;
            offsets[i] = third ? in.f32() : 0;
            in.skip(third ? 0 : 4);
        }
        in.skip(4 * digitals);
        Subject device = out.sender(IDS.of(id));
        place(in, device, out);
        int nominal = (in.u16() & 1) != 0 ? 50 : 60;
        in.skip(2);
        if (!in.ok()) {
            return null;
        }
        out.identity(device, Attribute.NAME, station, "configuration", 5);
        out.identity(device, Attribute.DEVICE_TYPE, "phasor measurement unit", "configuration", 4);
        return new Unit(
                IDS.of(id), format, phasorNames, phasorFactors, analogNames, factors, offsets, digitals, nominal);
    }

    private String[] names(int count, Cursor in, Sink out) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = name(in, out);
        }
        return names;
    }

    /** Flags u32, factor and angle as floats. */
    private static double scale(Cursor in) {
        in.skip(4);
        double factor = in.f32();
        in.skip(4);
        return factor;
    }

    /** Latitude, longitude, elevation, class u8, window u32, delay u32. */
    private void place(Cursor in, Subject device, Sink out) {
        if (!third) {
            return;
        }
        float latitude = in.f32();
        float longitude = in.f32();
        in.skip(13);
        if (in.ok() && Float.isFinite(latitude) && Float.isFinite(longitude)) {
            out.identity(device, Attribute.LOCATION, latitude + ", " + longitude, "configuration 3", 5);
        }
    }
}
