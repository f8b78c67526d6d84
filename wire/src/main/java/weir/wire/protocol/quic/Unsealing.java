// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.quic;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import weir.wire.Cursor;

/**
 * Takes the protection off a packet (RFC 9001, 5.3 and 5.4): first off the header, whose mask is made of a sample of the
 * payload, then off the payload. Needed for a moment only, so there is one for each thread.
 *
 * <pre>
 * mask        AES-ECB(hp, the 16 octets that begin 4 behind the beginning of the number)
 * first octet ^= mask[0] &amp; 0x0f, then its last two bits + 1 are the octets of the number ^= mask[1...]
 * payload     AES-128-GCM(key, nonce ^ number, the header as additional data), check of 16 at its end
 * </pre>
 */
final class Unsealing {

    static final ThreadLocal<Unsealing> OURS = ThreadLocal.withInitial(Unsealing::new);

    private static final int SAMPLE = 16;
    private static final int SAMPLE_BEHIND = 4;
    private static final int CHECK = 16;
    private static final int LONGEST = 1 << 16;

    private final Cipher block;
    private final Cipher sealed;
    private final byte[] header = new byte[LONGEST];
    private final byte[] plain = new byte[LONGEST];
    private final byte[] nonce = new byte[InitialKeys.NONCE];

    private Unsealing() {
        try {
            block = Cipher.getInstance("AES/ECB/NoPadding");
            sealed = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /**
     * Lets {@code frames} read the payload of a packet; false where these are not its keys.
     *
     * @param start index of the first octet of the packet
     * @param number index of its number
     * @param end index behind it
     */
    boolean open(byte[] data, int start, int number, int end, InitialKeys keys, Cursor frames) {
        if (end - number < SAMPLE_BEHIND + SAMPLE
                || number - start + SAMPLE_BEHIND > LONGEST
                || end - number > LONGEST) {
            return false;
        }
        try {
            block.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys.mask, "AES"));
            byte[] mask = block.doFinal(data, number + SAMPLE_BEHIND, SAMPLE);
            int size = header(data, start, number, mask);
            nonce(keys, number - start, size);
            sealed.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(keys.key, "AES"), new GCMParameterSpec(8 * CHECK, nonce));
            sealed.updateAAD(header, 0, number - start + size);
            int length = sealed.doFinal(data, number + size, end - number - size, plain, 0);
            frames.wrap(plain, 0, length);
            return true;
        } catch (AEADBadTagException otherKeys) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES with a key of 16 octets", e);
        }
    }

    /** Puts the header without protection into place; gives the octets of the number. */
    private int header(byte[] data, int start, int number, byte[] mask) {
        System.arraycopy(data, start, header, 0, number - start + SAMPLE_BEHIND);
        header[0] ^= (byte) (mask[0] & 0x0f);
        int size = (header[0] & 3) + 1;
        for (int i = 0; i < size; i++) {
            header[number - start + i] ^= mask[1 + i];
        }
        return size;
    }

    /** The nonce of the packet whose header was put into place. */
    private void nonce(InitialKeys keys, int number, int size) {
        System.arraycopy(keys.nonce, 0, nonce, 0, nonce.length);
        for (int i = 0; i < size; i++) {
            nonce[nonce.length - size + i] ^= header[number + i];
        }
    }
}
