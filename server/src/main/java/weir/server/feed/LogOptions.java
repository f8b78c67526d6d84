// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.time.ZoneId;

/**
 * What lines leave out.
 *
 * @param year of the first line whose time has none (RFC 3164); a later line whose month is much lower begins the next
 * @param zone of times that name none
 */
public record LogOptions(int year, ZoneId zone) {}
