// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * What another product claims: a line of its alert log.
 *
 * @param protocol the feed it came by: {@code suricata}, {@code wazuh}, {@code zeek}
 * @param rule stable name or number of the rule that fired
 * @param text what the rule says
 * @param severity as the other product grades it
 * @param host the host it is about as named there, or ""
 */
public record Alert(String protocol, String rule, String text, Severity severity, String host) implements Observation {}
