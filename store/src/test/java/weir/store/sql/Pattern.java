// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;

/** Octets that can be told to be the right ones at any place, without holding them. */
final class Pattern extends InputStream {

    private final long length;
    private long at;

    private Pattern(long length) {
        this.length = length;
    }

    static InputStream of(long length) {
        return new Pattern(length);
    }

    @Override
    public int read() {
        return at == length ? -1 : octet(at++) & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (at == length) {
            return -1;
        }
        int read = (int) Math.min(most, length - at);
        for (int i = 0; i < read; i++) {
            into[from + i] = octet(at++);
        }
        return read;
    }

    private static byte octet(long at) {
        return (byte) (at * 31 + (at >> 12));
    }

    /** How long it is, where each octet is the right one. */
    static long length(InputStream in) throws IOException {
        byte[] buffer = new byte[100_000];
        long at = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                if (buffer[i] != octet(at++)) {
                    assertThat(buffer[i]).as("octet " + (at - 1)).isEqualTo(octet(at - 1));
                }
            }
        }
        return at;
    }
}
