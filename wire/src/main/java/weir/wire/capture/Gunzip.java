// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), also several members in a row. Gives every byte that comes before damage, also those that
 * were unpacked in the read that met it.
 */
final class Gunzip extends GZIPInputStream {

    /** Members in a row that hold nothing; each costs a level of the stack. */
    private static final int MOST_EMPTY = 64;

    private int depth;

    Gunzip(InputStream in, int buffer) throws IOException {
        super(in, buffer);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (depth > MOST_EMPTY) {
            throw new ZipException("more than " + MOST_EMPTY + " empty members in a row");
        }
        long before = inf.getBytesWritten();
        depth++;
        try {
            return super.read(into, offset, length);
        } catch (ZipException damaged) {
            int unpacked = (int) (inf.getBytesWritten() - before);
            if (unpacked <= 0) {
                throw damaged;
            }
            return unpacked;
        } finally {
            depth--;
        }
    }
}
