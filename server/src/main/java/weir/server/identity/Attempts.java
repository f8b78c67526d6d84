// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How often somebody failed lately, by a name. After some failures each further one doubles the time to wait, up to a
 * quarter of an hour; a time without failures forgets them. There are {@value #SLOTS} places, and a name has its place
 * by a keyed hash: nobody can fill the table, push a name out of it, or choose whose place they share.
 */
public final class Attempts {

    static final int SLOTS = 1 << 16;

    private static final long FIRST_WAIT = 1_000;
    private static final long LONGEST_WAIT = Duration.ofMinutes(15).toMillis();
    private static final long FORGET_AFTER = Duration.ofHours(1).toMillis();

    private final int free;
    private final InstantSource clock;
    private final Mac place;
    private final byte[] failures = new byte[SLOTS];
    private final long[] last = new long[SLOTS];

    /** @param free failures that cost no time */
    public Attempts(int free, InstantSource clock, SecureRandom random) {
        this.free = free;
        this.clock = clock;
        byte[] key = new byte[32];
        random.nextBytes(key);
        try {
            place = Mac.getInstance("HmacSHA256");
            place.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }

    /** How long to wait before the next try; nothing where it may be made now. */
    public synchronized Duration wait(String name) {
        int slot = slot(name);
        long passed = clock.millis() - last[slot];
        return passed > FORGET_AFTER ? Duration.ZERO : Duration.ofMillis(Math.max(0, delay(failures[slot]) - passed));
    }

    public synchronized void failed(String name) {
        int slot = slot(name);
        long now = clock.millis();
        int before = now - last[slot] > FORGET_AFTER ? 0 : failures[slot];
        failures[slot] = (byte) Math.min(Byte.MAX_VALUE, before + 1);
        last[slot] = now;
    }

    public synchronized void succeeded(String name) {
        failures[slot(name)] = 0;
    }

    private long delay(int failed) {
        int over = failed - free;
        return over < 0 ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(over, 20));
    }

    private int slot(String name) {
        byte[] hash = place.doFinal(name.getBytes(StandardCharsets.UTF_8));
        return (hash[0] & 0xff) << 8 | hash[1] & 0xff;
    }
}
