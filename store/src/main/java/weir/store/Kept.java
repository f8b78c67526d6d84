// SPDX-License-Identifier: Apache-2.0
package weir.store;

/**
 * A thing kept by name.
 *
 * @param id from 1 to 200 characters, any that Unicode has
 * @param version from 1 on, one more with each change; from 1 on again once it was taken away
 * @param body text, at most 1 MiB of UTF-8; most often JSON
 */
public record Kept(String id, long version, String body) {}
