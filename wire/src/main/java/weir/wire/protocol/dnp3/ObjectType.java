// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import java.util.List;
import java.util.Locale;

/**
 * One group and variation: what its objects are made of.
 *
 * @param group number of the group
 * @param variation number of the variation
 * @param kind of point, the same for all groups that tell of the same points ("analog_input"); "" where it is none
 * @param fields in the order of the wire
 * @param size octets of an object; 0 for packed ones, negative where the object tells
 * @param valueType name of the field that holds the value, or ""
 */
record ObjectType(int group, int variation, String kind, List<Field> fields, int size, String valueType) {

    static ObjectType of(int group, int variation, String kind, List<Field> fields) {
        int size = 0;
        String type = "";
        for (Field field : fields) {
            size = field.size < 0 ? field.size : size + field.size;
            if (field.isValue()) {
                type = field.name().toLowerCase(Locale.ROOT);
            }
        }
        if (fields.contains(Field.OCTETS)) {
            size = variation;
        }
        return new ObjectType(group, variation, kind, List.copyOf(fields), size, type);
    }

    /** Bits of a packed object, 0 for one that is not packed. */
    int bits() {
        return switch (fields.getFirst()) {
            case BIT -> 1;
            case TWO_BITS -> 2;
            case STATE, TWO_BIT_STATE, FLAGS, STATUS, COMMAND, I16, I32, U8, U16, U32, F32, F64, TIME, OFFSET -> 0;
            case SKIP2, SKIP4, SKIP8, CROB, OCTETS, ATTRIBUTE, SIZED -> 0;
        };
    }

    boolean isAttribute() {
        return fields.getFirst() == Field.ATTRIBUTE;
    }

    /** Its objects are process values, and take room. */
    boolean isPoint() {
        return !kind.isEmpty() && !valueType.isEmpty() && (size > 0 || bits() > 0);
    }
}
