// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

/**
 * A message as it came.
 *
 * @param source address of who sent it
 * @param time at which it came, nanoseconds since the epoch
 * @param whole nothing of it comes with another message
 */
public record Arrival(String source, String text, long time, boolean whole) {}
