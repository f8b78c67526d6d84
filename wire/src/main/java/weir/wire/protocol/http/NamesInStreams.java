// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.protocol.dns.Dns;
import weir.wire.protocol.http.HeaderBlock.Known;

/** DNS messages that are the content of requests and answers (RFC 8484, 6): those that come in one frame are read. */
final class NamesInStreams {

    /** Streams of which it is known that they carry such messages, each direction. */
    private static final int STREAMS = 32;

    private static final int LONGEST = 4096;
    private static final int LENGTH = 2;
    private static final byte[] TYPE = "application/dns-message".getBytes(StandardCharsets.US_ASCII);

    private final int[][] streams = new int[2][STREAMS];
    private final Cursor message = new Cursor();
    private @Nullable Dialogue names;
    private byte[] counted = TYPE;

    /** Head of a request or answer. */
    void told(int stream, HeaderBlock headers, Direction way) {
        int slot = stream >> 1 & STREAMS - 1;
        if (headers.has(Known.CONTENT_TYPE) && isType(headers.value(Known.CONTENT_TYPE))) {
            streams[way.ordinal()][slot] = stream;
        } else if (streams[way.ordinal()][slot] == stream) {
            streams[way.ordinal()][slot] = 0;
        }
    }

    private static boolean isType(Cursor value) {
        for (int i = 0; i < TYPE.length; i++) {
            if (value.peek(i) != TYPE[i]) {
                return false;
            }
        }
        return true;
    }

    void data(int stream, Cursor in, Direction way, Sink out) {
        int length = in.left();
        if (streams[way.ordinal()][stream >> 1 & STREAMS - 1] != stream || length == 0 || length > LONGEST) {
            return;
        }
        Dialogue reader = names;
        if (reader == null) {
            reader = new Dns().open();
            names = reader;
            counted = new byte[LENGTH + LONGEST];
        }
        // over TCP its length stands before each
        counted[0] = (byte) (length >> 8);
        counted[1] = (byte) length;
        System.arraycopy(in.bytes(), in.offset(), counted, LENGTH, length);
        out.speaking("dns");
        reader.message(message.wrap(counted, 0, LENGTH + length), way, out);
        out.speaking(Http2.NAME);
    }
}
