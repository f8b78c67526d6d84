// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * Something that the sensor could not see or had to give up. How much is {@link Sighting#detail()}.
 *
 * @param name stable lower-case name: {@code tcp_gap}, {@code snapped}, {@code link_type_147}, {@code flow_table_full}
 * @param unit what is counted: {@code bytes}, {@code packets}, {@code flows}
 */
public record Loss(String protocol, String name, String unit) implements Observation {}
