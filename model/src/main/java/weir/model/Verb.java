// SPDX-License-Identifier: Apache-2.0
package weir.model;

/** What an operation does to the thing it touches, whatever the protocol calls it. Ordered by no scale; see {@link #risk}. */
public enum Verb {
    /** Takes a process value or a state. */
    READ(1),
    /** Asks to be told from now on. */
    SUBSCRIBE(1),
    /** Changes a process value, a setpoint, a parameter of the process. */
    WRITE(3),
    /** Changes what a device is doing: start, stop, mode, reset, select and operate. */
    CONTROL(4),
    /** Changes how a device is set up: address, name, event classes, what it reports. */
    CONFIGURE(3),
    /** Moves control logic into or out of a controller, or changes what of it runs. */
    PROGRAM(5),
    /** Replaces the software that a device is made of. */
    FIRMWARE(5),
    /** Moves, lists or deletes files. */
    FILE(2),
    /** Sets or synchronises a clock. */
    TIME(2),
    /** Raises, acknowledges or silences alarms. */
    ALARM(2),
    /** Asks who a device is, or tells it. */
    IDENTIFY(1),
    /** Looks after the device or the line, the process untouched. */
    DIAGNOSE(1),
    /** Proves who somebody is. */
    AUTHENTICATE(2),
    /** Opens, keeps alive or closes an association. */
    SESSION(0),
    /** Known to be a service of the protocol, not known what it does. */
    OTHER(2);

    private final int risk;

    Verb(int risk) {
        this.risk = risk;
    }

    /** How much harm a wrong one can do to a running plant: 0 (none) to 5 (the plant runs other logic afterwards). */
    public int risk() {
        return risk;
    }
}
