// SPDX-License-Identifier: Apache-2.0
package weir.analysis.state;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import weir.model.Address;

/** Reads what {@link StateWriter} wrote; what cannot be so gives an {@link IOException} that says where. */
public final class StateReader {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST = 1 << 24;

    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();
    private long position;

    public StateReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    public long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = in.readUnsignedByte();
            position++;
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw broken("a number of more than 64 bits");
    }

    public double real() throws IOException {
        return Double.longBitsToDouble(Long.reverse(number()));
    }

    /** As {@link #count}, and no more than there can be. */
    public int count(int most) throws IOException {
        int count = count();
        if (count > most) {
            throw broken("a count of " + count + ", more than " + most);
        }
        return count;
    }

    /** A number of things that follow; bounded, so that a damaged file cannot ask for all memory. */
    public int count() throws IOException {
        long count = number();
        if (count < 0 || count > MOST) {
            throw broken("a count of " + count);
        }
        return (int) count;
    }

    public boolean flag() throws IOException {
        position++;
        return in.readUnsignedByte() != 0;
    }

    public String text() throws IOException {
        long index = number();
        if (index < 0 || index > texts.size()) {
            throw broken("text number " + index + " of " + texts.size());
        }
        if (index < texts.size()) {
            return texts.get((int) index);
        }
        long length = number();
        if (length < 0 || length > LONGEST_TEXT) {
            throw broken("a text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes((int) length);
        position += bytes.length;
        if (bytes.length < length) {
            throw broken("its end in the middle of a text");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        texts.add(text);
        return text;
    }

    public <E extends Enum<E>> E constant(Class<E> type) throws IOException {
        String name = text();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new IOException(
                    broken("a word that is no " + type.getSimpleName()).getMessage(), unknown);
        }
    }

    public Address address() throws IOException {
        Address.Kind kind = constant(Address.Kind.class);
        long high = number();
        long low = number();
        return switch (kind) {
            case NONE -> Address.NONE;
            case MAC -> Address.mac(low);
            case IPV4 -> Address.ipv4(low);
            case IPV6 -> Address.ipv6(high, low);
        };
    }

    private IOException broken(String what) {
        return new IOException("state file: byte " + position + ": " + what + "; delete the file to start afresh");
    }
}
