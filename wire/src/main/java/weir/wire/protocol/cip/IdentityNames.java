// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.wire.NamedCodes;

/** Names behind the numbers of an identity: vendors and device types, as ODVA registers them. */
final class IdentityNames {

    static final int ROCKWELL = 1;
    static final int CONTROLLER = 14;

    private static final NamedCodes VENDORS = NamedCodes.decimal("cip/vendors", "vendor ");
    private static final NamedCodes TYPES = NamedCodes.decimal("cip/device-types", "device type ");

    private IdentityNames() {}

    static String vendor(int id) {
        return VENDORS.of(id);
    }

    static String deviceType(int id) {
        return TYPES.of(id);
    }

    /**
     * What a device is doing, from its status word; "" where that does not tell. CIP volume 1, 5-2.2.1.5.
     *
     * @param vendor -1 where it is not known; who then has a key switch is taken for a controller
     */
    static String mode(int vendor, int type, int status) {
        int state = status >> 4 & 15;
        int key = status >> 12 & 15;
        if (vendor == ROCKWELL && type == CONTROLLER || vendor < 0 && key > 0) {
            return controllerMode(state, key);
        }
        return switch (state) {
            case 1 -> "firmware update";
            case 5 -> "major fault";
            case 6 -> "run";
            case 7 -> "idle";
            default -> "";
        };
    }

    /** Logix controllers put the key switch into the highest bits: 1 run, 2 program, 3 remote. */
    private static String controllerMode(int state, int key) {
        boolean remote = key == 3;
        return switch (state) {
            case 1 -> "firmware update";
            case 5 -> "major fault";
            case 6 -> remote ? "remote run" : "run";
            case 7 -> remote ? "remote program" : "program";
            default -> "";
        };
    }

    /** What a device is doing, from the state octet; "" for none. */
    static String state(int state) {
        return switch (state) {
            case 1 -> "self test";
            case 2 -> "standby";
            case 3 -> "operational";
            case 4 -> "major recoverable fault";
            case 5 -> "major unrecoverable fault";
            default -> "";
        };
    }
}
