// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process variable as the wire showed it.
 *
 * @param id stable name: device, unit or slot, and object, see {@link #id(PointValue)}
 * @param protocol that showed it first
 * @param subject the device that owns it
 * @param object what it is on the device
 * @param type how the wire encodes it, in the protocol's words
 * @param kind how it behaves
 * @param reads answers that told its value
 * @param writes times somebody wrote it
 * @param reports times it was told unasked
 * @param changes times its value differed from the one before
 * @param first time of the first sighting, nanoseconds since the epoch
 * @param last time of the last
 * @param firstPacket packet of the first sighting
 * @param lastPacket packet of the last
 * @param low lowest value, NaN without numbers
 * @param high highest value
 * @param value last value, as text
 * @param quality the protocol's quality bits with the last value
 * @param writers who wrote it, in order of first sight
 * @param wide what it is together with the next register, null where nothing speaks for that
 * @param tag what a tag list says about it, null without one
 */
public record Point(
        String id,
        String protocol,
        Subject subject,
        Target object,
        String type,
        Kind kind,
        long reads,
        long writes,
        long reports,
        long changes,
        long first,
        long last,
        long firstPacket,
        long lastPacket,
        double low,
        double high,
        String value,
        int quality,
        List<Writer> writers,
        @Nullable Wide wide,
        @Nullable Tag tag) {

    /** How a variable behaves, as far as it was watched. */
    public enum Kind {
        /** Seen too rarely to say. */
        UNKNOWN,
        CONSTANT,
        /** Has two values. */
        BINARY,
        /** Has few values, whole numbers. */
        ENUMERATION,
        /** Only grows, until it begins again. */
        COUNTER,
        CONTINUOUS,
        /** Changes only when it is written. */
        SETPOINT,
        TEXT
    }

    /** Who wrote it. */
    public record Writer(Address address, long count, long first, long last, long lastPacket, String lastValue) {}

    /**
     * Two registers that are one number.
     *
     * @param form what they are together
     * @param confidence 0 to 1
     * @param value last value as that number
     */
    public record Wide(Form form, double confidence, double value) {

        /** The number and the order of its two words. */
        public enum Form {
            FLOAT_HIGH_FIRST,
            FLOAT_LOW_FIRST,
            INTEGER_HIGH_FIRST,
            INTEGER_LOW_FIRST
        }
    }

    /**
     * What people call it.
     *
     * @param name in the plant
     * @param unit of measure, or ""
     * @param scale what the value is multiplied by
     * @param offset what is added then
     */
    public record Tag(String name, String unit, double scale, double offset) {}

    /** Device, unit or slot, and object: {@code 10.0.0.5/unit 1/holding_register:40}. */
    public static String id(PointValue value) {
        Target object = value.point();
        StringBuilder text = new StringBuilder(value.subject().address().toString());
        String unit = value.subject().unit().isEmpty()
                ? object.unit()
                : value.subject().unit();
        if (!unit.isEmpty()) {
            text.append('/').append(unit);
        }
        text.append('/').append(object.space());
        if (object.first() >= 0) {
            text.append(':').append(object.first());
        }
        if (!object.symbol().isEmpty()) {
            text.append(object.first() >= 0 ? '.' : ':').append(object.symbol());
        }
        return text.toString();
    }
}
