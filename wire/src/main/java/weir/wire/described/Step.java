// SPDX-License-Identifier: Apache-2.0
package weir.wire.described;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Attribute;

/** What is read of a message, in order. */
public sealed interface Step {

    /**
     * A number.
     *
     * @param name as the description calls it
     * @param slot where it is kept for formulas
     * @param little least significant octet first
     * @param must the value it has in a right message, null for any
     * @param bits parts of it that have a name of their own
     * @param role what it means
     * @param fact how its value is counted, null where it is not
     */
    record Number(
            String name,
            int slot,
            Width width,
            boolean little,
            @Nullable Long must,
            List<Part> bits,
            Role role,
            @Nullable Fact fact)
            implements Step {}

    /**
     * Under which key a value is counted ({@code decode --counts}).
     *
     * @param digits hexadecimal digits, 0 for a decimal number
     */
    record Fact(String key, int digits) {}

    /** Some bits of a number, moved to the right. */
    record Part(int slot, long mask, Role role) {}

    /**
     * A text, or octets of no meaning where its role is none.
     *
     * @param length octets, null up to the end of the message or to the terminator
     * @param end octet that ends it and belongs to it, -1 for none
     */
    record Text(
            @Nullable Formula length,
            int end,
            Role role,
            @Nullable Attribute attribute) implements Step {}

    /** Values of one bit each, the first in the least significant bit. */
    record Bits(Formula count) implements Step {}

    record When(Formula condition, List<Step> then, List<Step> otherwise) implements Step {}

    /** Again and again: so often, or with null up to the end of the message. */
    record Repeat(@Nullable Formula count, List<Step> steps) implements Step {}

    /** What a field means. */
    enum Role {
        NONE,
        /** Number of the service, see {@link Description#operations}. */
        OPERATION,
        /** Joins an answer to its request. */
        TRANSACTION,
        /** Device behind the address. */
        UNIT,
        /** Number of the first object. */
        FIRST,
        /** How many objects. */
        COUNT,
        /** Name of the object. */
        SYMBOL,
        QUALIFIER,
        /** Why a request is refused; 0 says that it is not. */
        STATUS,
        /** A process value. */
        VALUE,
        /** Who the device is. */
        IDENTITY
    }

    /** How a number stands on the wire. */
    enum Width {
        U8,
        U16,
        U24,
        U32,
        U64,
        I8,
        I16,
        I32,
        I64,
        F32,
        F64
    }
}
