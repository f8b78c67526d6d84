// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer;

/**
 * A file or a block of control logic on its way: what is known of it, how much has passed, and the hash of that. A decoder
 * begins one with {@link Sink#parcel}, keeps it as long as it moves, and ends it.
 */
public final class Parcel {

    private final String protocol;
    private final Subject holder;
    private final String kind;
    private final String name;
    private final Transfer.Way way;
    private final long packet;
    private final MessageDigest digest = Secrets.sha256();
    private long bytes;
    private long next;
    private boolean holes;
    private String sha256 = "";
    private @Nullable Object mark;

    Parcel(String protocol, Subject holder, String kind, String name, Transfer.Way way, long packet) {
        this.protocol = protocol;
        this.holder = holder;
        this.kind = kind;
        this.name = name;
        this.way = way;
        this.packet = packet;
    }

    public String protocol() {
        return protocol;
    }

    public Subject holder() {
        return holder;
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public Transfer.Way way() {
        return way;
    }

    /** Number of the packet it began with. */
    public long packet() {
        return packet;
    }

    /** Hash of its content, 64 hexadecimal digits; "" until it is complete, and where bytes are missing. */
    public String sha256() {
        return sha256;
    }

    /** How many bytes of it passed, each counted once. */
    public long bytes() {
        return bytes;
    }

    /** Whether no byte was missed so far. */
    public boolean whole() {
        return !holes;
    }

    /** What somebody who keeps contents remembers about it. */
    public @Nullable Object mark() {
        return mark;
    }

    public void mark(Object remembered) {
        mark = remembered;
    }

    /** Some of it was not seen. */
    public void missed() {
        holes = true;
    }

    /** How many of {@code length} bytes at the position passed already; a hole before them is noted. */
    int known(long position, int length) {
        if (position > next) {
            holes = true;
            next = position;
        }
        return (int) Math.min(next - position, length);
    }

    void add(byte[] data, int offset, int length) {
        bytes += length;
        next += length;
        if (!holes) {
            digest.update(data, offset, length);
        }
    }

    /** Nothing more comes: ends the hash. */
    void end() {
        sha256 = holes ? "" : HexFormat.of().formatHex(digest.digest());
    }

    Transfer told(Transfer.State state) {
        return new Transfer(protocol, holder, kind, name, way, state, sha256);
    }
}
