// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * The arguments of a call in network data representation (C706, chapter 14): numbers in the sender's order, each aligned
 * to its own size from the beginning of the arguments. In the 64-bit kind (MS-RPCE 2.2.5) pointers and counts have 64 bits.
 */
final class Ndr {

    private static final int LONGEST_TEXT = 1 << 16;

    private final Cursor in = new Cursor();
    private final Wording wording = new Wording();
    private boolean littleEndian;
    private boolean large;

    /** @param inLarge of the 64-bit kind */
    Ndr wrap(Cursor arguments, boolean little, boolean inLarge) {
        in.wrap(arguments.bytes(), arguments.offset(), arguments.left());
        littleEndian = little;
        large = inLarge;
        return this;
    }

    /** The octets as they are. */
    Cursor raw() {
        return in;
    }

    /** For texts that are put together. */
    Wording wording() {
        return wording.begin();
    }

    boolean littleEndian() {
        return littleEndian;
    }

    boolean ok() {
        return in.ok();
    }

    void align(int size) {
        in.skip(-in.read() & size - 1);
    }

    int u16() {
        align(2);
        return littleEndian ? in.u16le() : in.u16();
    }

    long u32() {
        align(4);
        return littleEndian ? in.u32le() : in.u32();
    }

    /** Whether a pointer points to anything. */
    boolean pointer() {
        return size() != 0;
    }

    /** As many octets as a pointer has, aligned to them: a pointer, or the count of an array. */
    long size() {
        if (!large) {
            return u32();
        }
        align(8);
        return littleEndian ? in.u64le() : in.u64();
    }

    /** An enumerated value. */
    void choice() {
        if (large) {
            u32();
        } else {
            u16();
        }
    }

    /** To where a structure with a pointer in it may begin. */
    void alignPointer() {
        align(large ? 8 : 4);
    }

    void skipPointers(int count) {
        alignPointer();
        in.skip(count * (large ? 8 : 4));
    }

    void skip(int count) {
        in.skip(count);
    }

    /** A context handle: {@code attributes 4 | UUID 16}; told apart by its UUID. */
    long handle() {
        align(4);
        in.skip(4);
        return in.u64() ^ Long.rotateLeft(in.u64(), 1);
    }

    /** A conformant and varying string of 16-bit characters: {@code most 4 | offset 4 | count 4 | characters}. */
    String wide(Sink out) {
        wording.begin();
        return wideRest(out);
    }

    /** The same, behind a beginning and a mark between them. */
    String wide(String beginning, char between, Sink out) {
        wording.begin().add(beginning).add(between);
        return wideRest(out);
    }

    /** A string of COM: {@code most | octets 4 | count 4 | characters}. */
    String counted(Sink out) {
        size();
        u32();
        wording.begin();
        return wide(checked(u32()), out);
    }

    private String wideRest(Sink out) {
        return wide(count(), out);
    }

    private String wide(int count, Sink out) {
        if (count > 0 && count * 2 <= in.left()) {
            wording.wide(in, count, littleEndian);
        } else if (count != 0) {
            in.fail();
        }
        return in.ok() ? wording.text(out) : "";
    }

    /** The same of octets. */
    String narrow(Sink out) {
        int count = count();
        wording.begin();
        if (count > 0 && count <= in.left()) {
            wording.narrow(in, count);
        } else if (count != 0) {
            in.fail();
        }
        return in.ok() ? wording.text(out) : "";
    }

    private int count() {
        size();
        size();
        return checked(size());
    }

    private int checked(long count) {
        if (count < 0 || count > LONGEST_TEXT) {
            in.fail();
            return 0;
        }
        return (int) count;
    }

    /** The last 32 bits: what most calls return. */
    int last() {
        in.skip(Math.max(0, in.left() - 4));
        return (int) (littleEndian ? in.u32le() : in.u32());
    }
}
