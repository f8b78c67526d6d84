// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * What a firewall decided about a flow, as its log tells.
 *
 * @param protocol the feed it came by: {@code asa}, {@code fortigate}, {@code filterlog}, {@code iptables}
 * @param allowed let through
 * @param rule its name or number in the firewall, or ""
 */
public record Ruling(String protocol, boolean allowed, String rule) implements Observation {}
