// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What a packed file holds up to its damage, which is its end here: an exception in the midst of reading would take with
 * it the letters that were read but not handed on.
 */
final class Unpacked extends FilterInputStream {

    private @Nullable IOException damage;

    Unpacked(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        if (damage != null) {
            return -1;
        }
        try {
            return in.read(octets, offset, length);
        } catch (EOFException | ZipException e) {
            damage = e;
            return -1;
        }
    }

    boolean isDamaged() {
        return damage != null;
    }

    void undamaged() throws IOException {
        if (damage != null) {
            throw damage;
        }
    }
}
