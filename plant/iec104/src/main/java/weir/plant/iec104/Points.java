// SPDX-License-Identifier: Apache-2.0
package weir.plant.iec104;

/** Addresses that outstation and control room agree on. */
final class Points {
    /** Common address of the river intake. */
    static final int STATION = 10;

    /** Originator address of the control room. */
    static final int CONTROL_ROOM = 3;

    static final int PUMP_1_RUNS = 101;
    static final int PUMP_2_RUNS = 102;
    static final int DOOR_OPEN = 103;
    static final int RIVER_LEVEL = 201;
    static final int PRESSURE = 202;
    static final int FLOW = 203;
    static final int SCREEN_DIFFERENCE = 204;
    static final int PUMP_2_COMMAND = 301;
    static final int PRESSURE_SETPOINT = 401;

    private Points() {}
}
