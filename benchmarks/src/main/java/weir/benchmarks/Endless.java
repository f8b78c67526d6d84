// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import java.io.InputStream;

/** A stream that begins with one run of bytes and then gives another for ever. */
final class Endless extends InputStream {

    private final byte[] loop;
    private byte[] now;
    private int at;

    Endless(byte[] head, byte[] loop) {
        this.loop = loop;
        this.now = head;
    }

    @Override
    public int read() {
        if (at == now.length) {
            now = loop;
            at = 0;
        }
        return now[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (at == now.length) {
            now = loop;
            at = 0;
        }
        int count = Math.min(length, now.length - at);
        System.arraycopy(now, at, into, offset, count);
        at += count;
        return count;
    }
}
