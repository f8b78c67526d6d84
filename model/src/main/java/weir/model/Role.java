// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.Locale;

/** What a device is for. */
public enum Role {
    PLC,
    RTU,
    IO_DEVICE,
    DRIVE,
    HMI,
    SCADA_SERVER,
    ENGINEERING_WORKSTATION,
    HISTORIAN,
    /** Speaks for devices behind it. */
    GATEWAY,
    SWITCH,
    ROUTER,
    FIREWALL,
    SERVER,
    WORKSTATION,
    PRINTER,
    CAMERA,
    PHONE,
    /** No device but an address that many listen to. */
    GROUP,
    UNKNOWN;

    /** Stable lower-case name, as in every output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
