// SPDX-License-Identifier: Apache-2.0
package weir.analysis.deed;

import java.util.Locale;

/** What a request does to a plant, finer than its verb: what the verb calls control may stop a controller or open a valve. */
public enum Deed {
    /** Takes a value. */
    READ,
    /** Asks what devices there are, or who one is. */
    IDENTIFY,
    /** Asks in which state or mode a device is. */
    STATUS,
    /** Lists the points, tags, files or objects that a device has. */
    ENUMERATE,
    /** Changes a value of the process. */
    WRITE,
    /** Commands an output: select, operate, set, release. */
    OPERATE,
    /** Holds a value against the program: force, override, simulate, substitute. */
    FORCE,
    /** Lets a controller run. */
    START,
    /** Stops a controller or its program. */
    STOP,
    /** Puts a controller into another mode: program, test, debug, pause. */
    CHANGE_MODE,
    /** Starts a device anew. */
    RESTART,
    /** Takes away program, memory or settings. */
    ERASE,
    /** Brings control logic into a controller. */
    DOWNLOAD,
    /** Takes control logic out of a controller. */
    UPLOAD,
    /** Brings the software of a device, or readies it for that. */
    UPDATE_FIRMWARE,
    /** Opens the way to program a controller: a programming session, a reservation, an access right. */
    OPEN_PROGRAMMING,
    /** Makes a device silent, or stops what it reports. */
    SILENCE,
    /** Changes or acknowledges alarms, limits, what is reported as an alarm. */
    CHANGE_ALARMS,
    /** Changes passwords, protection, locks, privileges. */
    CHANGE_RIGHTS,
    /** Sets a clock. */
    SET_CLOCK,
    /** Writes, deletes or renames a file, or formats a medium. */
    CHANGE_FILE,
    /** Takes a file. */
    READ_FILE,
    /** Changes address, name or route of a device. */
    CHANGE_ADDRESS,
    /** Clears a log or a fault memory. */
    CLEAR_LOG,
    /** Changes any other setting of a device. */
    CONFIGURE,
    /** Runs a program or a command on a host, or installs a service there. */
    EXECUTE,
    /** Changes nothing that matters. */
    NOTHING;

    /** Stable lower-case name with underscores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Needs an engineer: changes what a device is or does, and not only what the process does. */
    public boolean isEngineering() {
        return switch (this) {
            case FORCE,
                    START,
                    STOP,
                    CHANGE_MODE,
                    RESTART,
                    ERASE,
                    DOWNLOAD,
                    UPLOAD,
                    UPDATE_FIRMWARE,
                    OPEN_PROGRAMMING,
                    SILENCE,
                    CHANGE_ALARMS,
                    CHANGE_RIGHTS,
                    CHANGE_FILE,
                    CHANGE_ADDRESS,
                    CLEAR_LOG,
                    CONFIGURE -> true;
            case READ, IDENTIFY, STATUS, ENUMERATE, WRITE, OPERATE, SET_CLOCK, READ_FILE, EXECUTE, NOTHING -> false;
        };
    }

    /** Changes something, be it the process or a device. */
    public boolean isChange() {
        return isEngineering() && this != UPLOAD || this == WRITE || this == OPERATE || this == SET_CLOCK;
    }
}
