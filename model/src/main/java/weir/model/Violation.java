// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * A message that breaks the rules of its protocol. The number that broke it, if any, is {@link Sighting#detail()}.
 *
 * @param name stable lower-case name, unique within the protocol: {@code unknown_function}, {@code truncated}
 */
public record Violation(String protocol, String name) implements Observation {}
