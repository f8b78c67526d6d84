// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

/** One element of an object's layout, as {@code objects.tsv} names it. */
enum Field {
    /** A state, packed eight to an octet, lowest bit first. */
    BIT(0),
    /** A two-bit state, packed four to an octet. */
    TWO_BITS(0),
    /** Flags with the state in the highest bit. */
    STATE(1),
    /** Flags with a two-bit state in the highest bits. */
    TWO_BIT_STATE(1),
    FLAGS(1),
    /** How a command ended. */
    STATUS(1),
    /** The commanded state in the highest bit, how that ended in the others. */
    COMMAND(1),
    I16(2),
    I32(4),
    U8(1),
    U16(2),
    U32(4),
    F32(4),
    F64(8),
    /** Milliseconds since 1970. */
    TIME(6),
    /** Milliseconds since the common time of occurrence. */
    OFFSET(2),
    SKIP2(2),
    SKIP4(4),
    SKIP8(8),
    /** Control relay output block: code, count, on and off time, status. */
    CROB(11),
    /** Text or octets, as many as the variation says. */
    OCTETS(-1),
    /** Type, length, value. */
    ATTRIBUTE(-2),
    /** Of a size that only a size prefix tells. */
    SIZED(-3);

    /** Octets; 0 for packed ones, negative where the object tells. */
    final int size;

    Field(int size) {
        this.size = size;
    }

    boolean isValue() {
        return switch (this) {
            case BIT, TWO_BITS, STATE, TWO_BIT_STATE, COMMAND, I16, I32, U8, U16, U32, F32, F64, OCTETS -> true;
            case FLAGS, STATUS, TIME, OFFSET, SKIP2, SKIP4, SKIP8, CROB, ATTRIBUTE, SIZED -> false;
        };
    }
}
