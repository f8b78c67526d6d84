// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.List;
import java.util.Map;

/**
 * A device.
 *
 * @param id its lowest IPv4 address, else IPv6, else hardware address; with {@code /unit} for a device behind a gateway
 * @param gateway id of the asset that speaks for it, or "" when it speaks for itself
 * @param unit which device behind the gateway ("unit 3"), or ""
 * @param role what it is for
 * @param roleReason why we say so
 * @param level Purdue level
 * @param levelReason why we say so
 * @param addresses network addresses, lowest first
 * @param macs hardware addresses, lowest first
 * @param macVendor who made the network interface, by its hardware address, or ""
 * @param known the chosen value of each attribute that is known
 * @param evidence all claims about it
 * @param first when it was first seen, nanoseconds since the epoch
 * @param last when it was last seen
 * @param packets packets it sent or received
 * @param bytes payload bytes of those
 * @param serves protocols in which it answers
 * @param uses protocols in which it asks
 */
public record Asset(
        String id,
        String gateway,
        String unit,
        Role role,
        String roleReason,
        Level level,
        String levelReason,
        List<Address> addresses,
        List<Address> macs,
        String macVendor,
        Map<Attribute, String> known,
        List<Evidence> evidence,
        long first,
        long last,
        long packets,
        long bytes,
        List<String> serves,
        List<String> uses) {

    /** The value of an attribute, or "". */
    public String known(Attribute attribute) {
        return known.getOrDefault(attribute, "");
    }
}
