// SPDX-License-Identifier: Apache-2.0
package weir.model;

/** How well the sensor could see a conversation, so that an empty screen explains itself. Best first. */
public enum Grade {
    /** From its opening, both directions, nothing missing. */
    WHOLE,
    /** Both directions and nothing missing, but it was open before the capture began. */
    JOINED,
    /** Some bytes are missing: lost by the sensor, cut by the snap length, or never mirrored. */
    LOSSY,
    /** Only one direction reaches the sensor: requests cannot be paired with answers. */
    ONE_WAY
}
