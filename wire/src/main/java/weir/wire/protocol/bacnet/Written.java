// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

/** What it means to write a property: a value of the process, how an object is set up, or what a program runs. */
final class Written {

    private Written() {}

    /** @param plain the service where it is a value of the process */
    static ConfirmedService service(Reference written, ConfirmedService plain) {
        if (written.type == Reference.PROGRAM && written.property == Reference.PROGRAM_CHANGE) {
            return ConfirmedService.WRITE_PROPERTY_PROGRAM;
        }
        if (written.type == Reference.DEVICE || written.type == Reference.NETWORK_PORT || sets(written.property)) {
            return ConfirmedService.WRITE_PROPERTY_CONFIGURATION;
        }
        return plain;
    }

    /** Names, units, who is told what, and what is logged (clause 21, BACnetPropertyIdentifier). */
    private static boolean sets(int property) {
        return switch (property) {
            case 1, // ack-required
                    17, // notification-class
                    22, // cov-increment
                    28, // description
                    31, // device-type
                    35, // event-enable
                    52, // limit-enable
                    58, // location
                    72, // notify-type
                    77, // object-name
                    84, // polarity
                    86, // priority
                    102, // recipient-list
                    117, // units
                    126, // buffer-size
                    132, // log-device-object-property
                    133, // enable
                    134, // log-interval
                    144 -> true; // stop-when-full
            default -> false;
        };
    }
}
