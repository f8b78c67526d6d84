// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * A process variable whose value was seen; the value itself is {@link Sighting#reading()}.
 *
 * @param subject the device that owns the variable
 * @param point the object, one only ({@code count} 1)
 * @param type how the wire encodes it, in the protocol's words: {@code u16}, {@code bool}, {@code REAL}, {@code M_ME_NC}
 * @param origin why it was on the wire
 */
public record PointValue(String protocol, Subject subject, Target point, String type, Origin origin)
        implements Observation {

    public enum Origin {
        READ,
        WRITE,
        REPORTED
    }
}
