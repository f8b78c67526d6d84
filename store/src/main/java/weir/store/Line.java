// SPDX-License-Identifier: Apache-2.0
package weir.store;

/**
 * A line of a log.
 *
 * @param number from 1 on, without gaps
 * @param body text, at most 1 MiB of UTF-8
 */
public record Line(long number, String body) {}
