// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import weir.model.Severity;

/**
 * Something to deliver.
 *
 * @param id the same whenever the same is sent again: a receiver can tell a repetition
 * @param time of what it tells, nanoseconds since the epoch
 * @param text UTF-8 when it is sent
 */
public record Message(String id, Severity severity, long time, String text) {

    /** Octets of a text; longer ones are refused. */
    static final int LONGEST = 4 << 20;

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(id);
        out.writeUTF(severity.label());
        out.writeLong(time);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (content.length > LONGEST) {
            throw new IOException(id + " is too long to be delivered");
        }
        out.write(content);
        return bytes.toByteArray();
    }

    static Message of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String id = in.readUTF();
        Severity severity = severity(in.readUTF());
        long time = in.readLong();
        return new Message(id, severity, time, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Severity severity(String label) throws IOException {
        for (Severity severity : Severity.values()) {
            if (severity.label().equals(label)) {
                return severity;
            }
        }
        throw new IOException("a spooled message has no severity");
    }
}
