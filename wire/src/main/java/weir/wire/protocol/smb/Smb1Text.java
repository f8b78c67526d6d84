// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.WideText;

/** Texts of version 1: up to a NUL, in Unicode where the header says so, and then at an even distance from it. */
final class Smb1Text {

    private final SmbConnection connection;
    private final Smb1Header header;

    Smb1Text(SmbConnection connection, Smb1Header header) {
        this.connection = connection;
        this.header = header;
    }

    String next(Cursor in, Sink out) {
        add(in);
        return connection.phrase.take(out);
    }

    /** Reads it into the connection's phrase. */
    void add(Cursor in) {
        connection.phrase.begin();
        if (header.unicode) {
            in.skip(in.read() & 1);
            WideText.ended(connection.phrase, in);
        } else {
            narrow(in);
        }
    }

    String narrow(Cursor in, Sink out) {
        connection.phrase.begin();
        narrow(in);
        return connection.phrase.take(out);
    }

    private void narrow(Cursor in) {
        int size = 0;
        while (in.peek(size) > 0) {
            size++;
        }
        connection.phrase.add(in, size);
        in.skip(Math.min(1, in.left()));
    }
}
