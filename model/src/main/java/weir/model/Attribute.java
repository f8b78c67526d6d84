// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.Locale;

/** What can be known of a device. */
public enum Attribute {
    /** Name that people gave it: host name, station name, system name. */
    NAME,
    VENDOR,
    /** Product or model name. */
    MODEL,
    /** Order or catalogue number. */
    ORDER_NUMBER,
    FIRMWARE,
    HARDWARE,
    SERIAL,
    /** Operating system or platform software. */
    SYSTEM,
    /** Program that answered: a server banner, a user agent. */
    SOFTWARE,
    DESCRIPTION,
    LOCATION,
    /** What the device says it is: "switch", "Programmable Logic Controller". */
    DEVICE_TYPE,
    /** Hardware address that belongs to the device. */
    MAC,
    /** Network address that belongs to the device. */
    IP,
    /** Port of a neighbour that it hangs on. */
    PORT,
    /** Operating mode: run, stop. */
    MODE,
    /** Protection level or key switch. */
    PROTECTION,
    /** Name of the program or project that it runs. */
    PROJECT,
    /** Subject, issuer and validity of a certificate that it showed. */
    CERTIFICATE,
    /** Fingerprint of how it speaks (JA4, option order). */
    FINGERPRINT,
    /** Module in a slot of it. */
    MODULE;

    /** Stable lower-case name, as in every output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
