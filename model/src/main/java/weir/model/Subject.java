// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * The device that a fact is about.
 *
 * @param address its own address, or that of the gateway in front of it
 * @param unit which device behind that gateway ("unit 3"), or "" for the device that owns the address
 */
public record Subject(Address address, String unit) {

    // by hand: what the platform makes for records it makes when it runs, and a short run pays for that
    @Override
    public boolean equals(Object other) {
        return other instanceof Subject s && address.equals(s.address) && unit.equals(s.unit);
    }

    @Override
    public int hashCode() {
        return address.hashCode() * 31 + unit.hashCode();
    }
}
