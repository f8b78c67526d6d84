// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * The device that a fact is about.
 *
 * @param address its own address, or that of the gateway in front of it
 * @param unit which device behind that gateway ("unit 3"), or "" for the device that owns the address
 */
public record Subject(Address address, String unit) {}
