// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.hart;

import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Sink;

/**
 * Values of variables in the data of commands (TS20127, TS20151): floats with the code of their unit, which becomes part
 * of the type: {@code f32 degC}.
 */
final class Variables {

    private static final String[] DYNAMIC = {"PV", "SV", "TV", "QV"};
    private static final String[] TYPES = new String[256];
    private static final int MILLIAMPERES = 39;
    private static final int PERCENT = 57;
    private static final int SECONDS = 51;
    private static final String VARIABLE = "variable";
    private static final String DEVICE_VARIABLE = "device_variable";

    static {
        NamedCodes units = NamedCodes.decimal("hart/units", "unit ");
        for (int i = 0; i < TYPES.length; i++) {
            TYPES[i] = "f32 " + units.of(i);
        }
    }

    private Subject owner = new Subject(weir.model.Address.NONE, "");
    private PointValue.Origin origin = PointValue.Origin.READ;
    private int quality;

    /** @param status of the device, which is the quality of values that have none of their own */
    void begin(Subject device, PointValue.Origin why, int status) {
        owner = device;
        origin = why;
        quality = status;
    }

    /** The values in an answer, after response code and status. */
    void answer(HartCommand command, Cursor in, Sink out) {
        switch (command) {
            case READ_PRIMARY_VARIABLE -> unitFirst(in, "PV", out);
            case READ_LOOP_CURRENT_AND_PERCENT_OF_RANGE -> {
                value(in, "loop_current", MILLIAMPERES, out);
                value(in, "percent_of_range", PERCENT, out);
            }
            case READ_DYNAMIC_VARIABLES_AND_LOOP_CURRENT -> {
                value(in, "loop_current", MILLIAMPERES, out);
                dynamic(in, out);
            }
            case READ_ALL_DYNAMIC_VARIABLES -> dynamic(in, out);
            case READ_DYNAMIC_VARIABLES_AND_ANALOG_CHANNEL -> {
                unitFirst(in, "analog_channel", out);
                dynamic(in, out);
            }
            case READ_DEVICE_VARIABLES_WITH_STATUS -> withStatus(in, out);
            case READ_DEVICE_VARIABLES -> {
                while (in.left() >= 6) {
                    int code = in.u8();
                    deviceVariable(in, code, in.u8(), out);
                }
            }
            case READ_DEVICE_INFORMATION -> {
                in.skip(2);
                range(in, out);
                value(in, "damping", SECONDS, out);
            }
            default -> {}
        }
    }

    /** The values in a request that writes. */
    void request(HartCommand command, Cursor in, Sink out) {
        switch (command) {
            case WRITE_PRIMARY_VARIABLE_DAMPING -> value(in, "damping", SECONDS, out);
            case WRITE_PRIMARY_VARIABLE_RANGE -> range(in, out);
            case ENTER_EXIT_FIXED_CURRENT_MODE -> value(in, "fixed_current", MILLIAMPERES, out);
            case TRIM_LOOP_CURRENT_ZERO, TRIM_LOOP_CURRENT_GAIN -> value(in, "measured_current", MILLIAMPERES, out);
            case WRITE_DEVICE_VARIABLE -> {
                int code = in.u8();
                in.skip(1);
                deviceVariable(in, code, in.u8(), out);
            }
            default -> {}
        }
    }

    private void range(Cursor in, Sink out) {
        int unit = in.u8();
        value(in, "upper_range", unit, out);
        value(in, "lower_range", unit, out);
    }

    private void dynamic(Cursor in, Sink out) {
        for (int i = 0; i < DYNAMIC.length && in.left() >= 5; i++) {
            unitFirst(in, DYNAMIC[i], out);
        }
    }

    private void unitFirst(Cursor in, String name, Sink out) {
        value(in, name, in.u8(), out);
    }

    /** Status u8 | each: variable u8 | class u8 | unit u8 | value f32 | status u8 | time u32. */
    private void withStatus(Cursor in, Sink out) {
        in.skip(1);
        while (in.left() >= 8) {
            int code = in.u8();
            in.skip(1);
            int unit = in.u8();
            float value = in.f32();
            int status = in.u8();
            point(value, DEVICE_VARIABLE, code, "", unit, status, out);
        }
    }

    private void deviceVariable(Cursor in, int code, int unit, Sink out) {
        float value = in.f32();
        if (in.ok()) {
            point(value, DEVICE_VARIABLE, code, "", unit, quality, out);
        }
    }

    private void value(Cursor in, String name, int unit, Sink out) {
        float value = in.f32();
        if (in.ok()) {
            point(value, VARIABLE, -1, name, unit, quality, out);
        }
    }

    /** A value that is not a number stands for none. */
    private void point(float value, String space, long index, String name, int unit, int status, Sink out) {
        if (out.wantsPoints() && !Float.isNaN(value)) {
            out.reading().number(value).quality(status);
            out.point(owner, space, index, name, TYPES[unit & 0xff], origin);
        }
    }
}
