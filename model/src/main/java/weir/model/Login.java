// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * Somebody proving who they are.
 *
 * @param subject the device logged in to
 * @param user the name given, or ""
 * @param secret salted hash of a secret that crossed in the clear ({@code h:1f2e3d4c5b6a7988}), or "" where none did
 * @param outcome how it ended, {@link Outcome#OPEN} when that was not seen
 */
public record Login(String protocol, Subject subject, String user, String secret, Outcome outcome)
        implements Observation {}
