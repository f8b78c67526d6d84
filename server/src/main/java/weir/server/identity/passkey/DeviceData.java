// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.passkey;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a device says with each signature (the authenticator data of WebAuthn).
 *
 * @param server SHA-256 of the name of the server that it believes to talk to
 * @param credential name that it gave a new key; empty where there is no new one
 */
record DeviceData(byte[] server, int flags, long count, byte[] credential) {

    private static final int HEAD = 37;
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int NEW_KEY = 0x40;
    private static final int MOST_NAME = 1023;

    /** Empty octets where they are cut. */
    static DeviceData read(byte[] octets) {
        if (octets.length < HEAD) {
            return new DeviceData(new byte[0], 0, 0, new byte[0]);
        }
        ByteBuffer data = ByteBuffer.wrap(octets);
        byte[] server = new byte[32];
        data.get(server);
        int flags = data.get();
        long count = data.getInt() & 0xffffffffL;
        return new DeviceData(server, flags, count, (flags & NEW_KEY) == 0 ? new byte[0] : credential(octets));
    }

    private static byte[] credential(byte[] octets) {
        int at = HEAD + 16 + 2; // behind the make of the device
        if (octets.length < at) {
            return new byte[0];
        }
        int length = (octets[at - 2] & 0xff) << 8 | octets[at - 1] & 0xff;
        return length > MOST_NAME || octets.length < at + length
                ? new byte[0]
                : Arrays.copyOfRange(octets, at, at + length);
    }

    /** The person was there, and proved to the device who they are: by a finger or a PIN. */
    boolean verified() {
        return (flags & (PRESENT | VERIFIED)) == (PRESENT | VERIFIED);
    }
}
