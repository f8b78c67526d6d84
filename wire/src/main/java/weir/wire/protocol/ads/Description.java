// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/** What the system service says of the machine it runs on: a text in XML ({@code TcTargetDesc}). */
final class Description {

    private static final byte[] TYPE = "<TargetType>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private Description() {}

    static void read(Subject device, Cursor in, Sink out) {
        int end = in.left() - TYPE.length;
        for (int at = 0; at < end; at++) {
            if (begins(in, at)) {
                in.skip(at + TYPE.length);
                int length = 0;
                while (in.peek(length) > 0 && in.peek(length) != '<') {
                    length++;
                }
                out.identity(device, Attribute.VENDOR, "Beckhoff", "target description", 4);
                out.identity(device, Attribute.MODEL, out.text(in, length), "target description", 5);
                return;
            }
        }
    }

    private static boolean begins(Cursor in, int at) {
        for (int i = 0; i < TYPE.length; i++) {
            if (in.peek(at + i) != TYPE[i]) {
                return false;
            }
        }
        return true;
    }
}
