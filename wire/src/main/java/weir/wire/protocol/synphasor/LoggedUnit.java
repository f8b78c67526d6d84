// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.synphasor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Row;

/** One measuring unit as the logs of ICSNPP-Synchrophasor describe it, and its part of a data frame. */
final class LoggedUnit {

    /** Units of a configuration that are told, and channels of each. */
    static final int MOST = 64;

    private static final int CHANNELS = 256;
    private static final int NAME = 16;
    private static final int POLAR = 1;
    private static final int FLOAT_PHASORS = 2;
    private static final int FLOAT_ANALOGS = 4;
    private static final int FLOAT_FREQUENCY = 8;

    /** Columns of phasors that only a configuration 3 fills. */
    private static final String[] FLAGS = {
        "upsampled_interpolation",
        "upsampled_extrapolation",
        "downsampled_reselection",
        "downsampled_fir_filter",
        "downsampled_no_fir_filter",
        "filtered_without_changing_sampling",
        "calibration_mag_adj",
        "calibration_phas_adj",
        "rotation_phase_adj",
        "pseudo_phasor_val",
        "mod_appl"
    };

    private final int format;
    private final int phasors;
    private final int analogs;
    private final int digitals;
    private final double[] factors;

    private LoggedUnit(int format, int phasors, int analogs, int digitals) {
        this.format = format;
        this.phasors = phasors;
        this.analogs = analogs;
        this.digitals = digitals;
        this.factors = new double[phasors];
    }

    /** Reads one of a configuration frame into a row; null where it cannot be read. */
    static @Nullable LoggedUnit read(Cursor in, boolean third, Row row) {
        row.set("svc_class", "").set("station_name", name(in, third)).set("data_source_id", in.u16());
        row.set("global_pmuid", third ? Row.octets(in, 16) : "");
        int format = in.u16();
        LoggedUnit unit = new LoggedUnit(format, channels(in), channels(in), channels(in));
        if (!in.ok()) {
            return null;
        }
        row.set("phasor_shape", (format & POLAR) != 0)
                .set("phasor_format", (format & FLOAT_PHASORS) != 0)
                .set("analog_format", (format & FLOAT_ANALOGS) != 0)
                .set("freq_format", (format & FLOAT_FREQUENCY) != 0)
                .set("phnmr", unit.phasors)
                .set("annmr", unit.analogs)
                .set("dgnmr", unit.digitals);
        names("phnam", unit.phasors, in, third, row);
        names("annam", unit.analogs, in, third, row);
        names("dgnam", unit.digitals * NAME, in, third, row);
        unit.phasorUnits(in, third, row);
        unit.analogUnits(in, third, row);
        row.list("digital_conv_normal_status_mask").list("digital_conv_valid_inputs_mask");
        for (int i = 0; i < unit.digitals; i++) {
            row.add("digital_conv_normal_status_mask", Integer.toString(in.u16()))
                    .add("digital_conv_valid_inputs_mask", Integer.toString(in.u16()));
        }
        row.set("pmu_lat", third ? in.f32() : 0.0)
                .set("pmu_lon", third ? in.f32() : 0.0)
                .set("pmu_elev", third ? in.f32() : 0.0);
        if (third) {
            row.set("svc_class", Row.octets(in, 1));
        }
        row.set("window", third ? in.i32() : 0).set("group_delay", third ? in.i32() : 0);
        row.set("fnom", in.u16()).set("cfgcnt", in.u16());
        return in.ok() ? unit : null;
    }

    private static int channels(Cursor in) {
        int count = in.u16();
        if (count > CHANNELS) {
            in.fail();
        }
        return in.ok() ? count : 0;
    }

    private static String name(Cursor in, boolean third) {
        return Row.octets(in, third ? in.u8() : NAME).strip();
    }

    private static void names(String field, int count, Cursor in, boolean third, Row row) {
        row.list(field);
        for (int i = 0; i < count && in.ok(); i++) {
            row.add(field, name(in, third));
        }
    }

    /** Before configuration 3: what it is u8, factor u24; in it flags u32, factor and angle as floats. */
    private void phasorUnits(Cursor in, boolean third, Row row) {
        row.list("phasor_conv_phunit").list("phasor_conv_phvalue");
        for (String flag : FLAGS) {
            row.list("phasor_conv_" + flag);
        }
        row.list("phasor_conv_phasor_component").list("phasor_conv_phasor_type").list("phasor_conv_user_def");
        row.list("phasor_conv_scale_factor").list("phasor_conv_angle_adj");
        for (int i = 0; i < phasors && in.ok(); i++) {
            int kind = third ? 0 : in.u8();
            int factor = third ? 0 : in.u24();
            int flags = third ? in.u16() : 0;
            int type = third ? in.u8() : 0;
            int user = third ? in.u8() : 0;
            double scale = third ? in.f32() : 0;
            double angle = third ? in.f32() : 0;
            factors[i] = third ? scale : factor * 1e-5;
            row.add("phasor_conv_phunit", Integer.toString(kind));
            row.add("phasor_conv_phvalue", Integer.toString(factor));
            for (int bit = 0; bit < FLAGS.length; bit++) {
                row.add("phasor_conv_" + FLAGS[bit], (flags >> bit + 1 & 1) != 0 ? "T" : "F");
            }
            row.add("phasor_conv_phasor_component", Integer.toString(type & 7));
            row.add("phasor_conv_phasor_type", (type & 8) != 0 ? "T" : "F");
            row.add("phasor_conv_user_def", Integer.toString(user));
            row.add("phasor_conv_scale_factor", decimal(scale)).add("phasor_conv_angle_adj", decimal(angle));
        }
    }

    private void analogUnits(Cursor in, boolean third, Row row) {
        row.list("analog_conv_analog_flags").list("analog_conv_user_defined_scaling");
        row.list("analog_conv_mag_scale").list("analog_conv_offset");
        for (int i = 0; i < analogs && in.ok(); i++) {
            int kind = third ? 0 : in.u8();
            int scaling = third ? 0 : in.u24() << 8 >> 8;
            row.add("analog_conv_analog_flags", Integer.toString(kind));
            row.add("analog_conv_user_defined_scaling", Integer.toString(scaling));
            row.add("analog_conv_mag_scale", decimal(third ? in.f32() : 0));
            row.add("analog_conv_offset", decimal(third ? in.f32() : 0));
        }
    }

    /** Its part of a data frame; false where that is cut short. */
    boolean data(Cursor in, Row row) {
        int status = in.u16();
        row.set("trigger_reason", status & 0xf)
                .set("unlocked_time", status >> 4 & 3)
                .set("pmu_time_quality", status >> 6 & 7)
                .set("data_modified", (status & 0x0200) != 0)
                .set("config_change", (status & 0x0400) != 0)
                .set("pmu_trigger_pickup", (status & 0x0800) != 0)
                .set("data_sorting_type", (status & 0x1000) != 0)
                .set("pmu_sync_error", (status & 0x2000) != 0)
                .set("data_error_indicator", status >> 14);
        row.list("est_rectangular_real").list("est_rectangular_imaginary");
        row.list("est_polar_magnitude").list("est_polar_angle");
        for (int i = 0; i < phasors; i++) {
            phasor(i, in, row);
        }
        boolean floats = (format & FLOAT_FREQUENCY) != 0;
        row.set("freq_dev_mhz", floats ? in.f32() : in.i16()).set("rocof", floats ? in.f32() : in.i16() / 100.0);
        row.list("analog_data").list("digital");
        for (int i = 0; i < analogs; i++) {
            row.add("analog_data", decimal((format & FLOAT_ANALOGS) != 0 ? in.f32() : in.i16()));
        }
        for (int i = 0; i < digitals; i++) {
            row.add("digital", Integer.toString(in.u16()));
        }
        return in.ok();
    }

    private void phasor(int i, Cursor in, Row row) {
        boolean floats = (format & FLOAT_PHASORS) != 0;
        boolean polar = (format & POLAR) != 0;
        double first = floats ? in.f32() : (polar ? in.u16() : in.i16()) * factors[i];
        double second = floats ? in.f32() : in.i16() * (polar ? 1e-4 : factors[i]);
        row.add("est_rectangular_real", decimal(polar ? 0 : first));
        row.add("est_rectangular_imaginary", decimal(polar ? 0 : second));
        row.add("est_polar_magnitude", decimal(polar ? first : 0));
        row.add("est_polar_angle", decimal(polar ? second : 0));
    }

    /** Six decimals at most, one at least. */
    private static String decimal(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        String text = new BigDecimal(number)
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return text.contains(".") ? text : text + ".0";
    }
}
