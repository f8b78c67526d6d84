// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import weir.model.Service;
import weir.model.Verb;

/**
 * What a read or write means by the functional constraint in the name of its variable (IEC 61850-8-1 clauses 7.3 and 20):
 * {@code CSWI1$CO$Pos$Oper} operates a switch.
 */
final class ControlStep {

    static final Service SELECT = new Service.Unlisted("select", ConfirmedService.READ.code(), Verb.CONTROL);
    static final Service SELECT_WITH_VALUE =
            new Service.Unlisted("select_with_value", ConfirmedService.WRITE.code(), Verb.CONTROL);
    static final Service OPERATE = new Service.Unlisted("operate", ConfirmedService.WRITE.code(), Verb.CONTROL);
    static final Service CANCEL = new Service.Unlisted("cancel_control", ConfirmedService.WRITE.code(), Verb.CONTROL);
    private static final Service SET_UP = new Service.Unlisted("write", ConfirmedService.WRITE.code(), Verb.CONFIGURE);

    /** Functional constraints of what sets a device up: control blocks, settings of the device, setting groups. */
    private static final String[] SETTINGS = {"BR", "RP", "LG", "GO", "GS", "MS", "US", "CF", "DC", "SG", "SE", "EX"};

    private static final String[] ORIGINS = {
        "",
        "bay_control",
        "station_control",
        "remote_control",
        "automatic_bay",
        "automatic_station",
        "automatic_remote",
        "maintenance",
        "process"
    };

    private static final String[] TESTS = new String[ORIGINS.length];

    static {
        for (int i = 0; i < ORIGINS.length; i++) {
            TESTS[i] = ORIGINS[i].isEmpty() ? "test" : ORIGINS[i] + ", test";
        }
    }

    private ControlStep() {}

    static Service ofRead(String name) {
        return name.endsWith("$SBO") && isControl(name) ? SELECT : ConfirmedService.READ;
    }

    static Service ofWrite(String name) {
        if (isControl(name)) {
            return ofControl(name);
        }
        return isSetting(name) ? SET_UP : ConfirmedService.WRITE;
    }

    private static Service ofControl(String name) {
        if (name.endsWith("$Oper")) {
            return OPERATE;
        }
        if (name.endsWith("$SBOw")) {
            return SELECT_WITH_VALUE;
        }
        return name.endsWith("$Cancel") ? CANCEL : ConfirmedService.WRITE;
    }

    static boolean isControl(String name) {
        return name.contains("$CO$");
    }

    /** Whether a structure written to it is a control with its origin. */
    static boolean isStep(Service service) {
        return service == OPERATE || service == SELECT_WITH_VALUE || service == CANCEL;
    }

    private static boolean isSetting(String name) {
        int at = name.indexOf('$');
        if (at < 0 || name.length() < at + 4 || name.charAt(at + 3) != '$') {
            return false;
        }
        for (String constraint : SETTINGS) {
            if (name.startsWith(constraint, at + 1)) {
                return true;
            }
        }
        return name.contains("$SP$SGCB$");
    }

    /** Who is behind a control, and whether it is but a test; "" where that is not said. */
    static String origin(long category, boolean test) {
        int row = category < 0 || category >= ORIGINS.length ? 0 : (int) category;
        return test ? TESTS[row] : ORIGINS[row];
    }
}
