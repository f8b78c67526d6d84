// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * Something that the sensor could not see or had to give up. How much is {@link Sighting#detail()}.
 *
 * @param name stable lower-case name: {@code tcp_gap}, {@code cut_by_snap_length}, {@code link_type_147}
 * @param unit what is counted: {@code bytes}, {@code packets}, {@code flows}
 */
public record Loss(String protocol, String name, String unit) implements Observation {}
