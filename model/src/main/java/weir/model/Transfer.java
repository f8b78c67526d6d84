// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * A file or a block of control logic that moved. Bytes moved so far are {@link Sighting#detail()}.
 *
 * @param subject the device that holds the file
 * @param kind in the protocol's words: {@code block}, {@code program}, {@code file}
 * @param name its name, as on the wire
 * @param way seen from the device
 * @param state how far it has come
 * @param sha256 hash of its content, 64 hexadecimal digits; "" until it is complete, and where bytes were missed
 */
public record Transfer(String protocol, Subject subject, String kind, String name, Way way, State state, String sha256)
        implements Observation {

    public enum Way {
        INTO_DEVICE,
        OUT_OF_DEVICE
    }

    public enum State {
        STARTED,
        MOVING,
        COMPLETE,
        BROKEN
    }
}
