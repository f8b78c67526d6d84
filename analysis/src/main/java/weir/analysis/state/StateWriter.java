// SPDX-License-Identifier: Apache-2.0
package weir.analysis.state;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import weir.model.Address;

/**
 * Writes state. Numbers are variable-length, seven bits a byte, lowest first, after zigzag; a text is written once and
 * then by its number. No Java object is serialised.
 */
public final class StateWriter {

    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();

    public StateWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    public void number(long value) throws IOException {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /** A number with a fraction; the rounder it is, the shorter. */
    public void real(double value) throws IOException {
        number(Long.reverse(Double.doubleToLongBits(value)));
    }

    public void flag(boolean value) throws IOException {
        out.writeByte(value ? 1 : 0);
    }

    public void text(String value) throws IOException {
        Integer known = texts.get(value);
        if (known != null) {
            number(known);
            return;
        }
        number(texts.size());
        texts.put(value, texts.size());
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.write(bytes);
    }

    public void constant(Enum<?> value) throws IOException {
        text(value.name());
    }

    public void address(Address address) throws IOException {
        constant(address.kind());
        number(address.high());
        number(address.low());
    }

    public void flush() throws IOException {
        out.flush();
    }
}
