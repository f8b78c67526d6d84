// SPDX-License-Identifier: Apache-2.0
package weir.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A look at the store. Names of shelves, snapshots and logs are of {@code a-z_}, at most 40. A page holds fewer than
 * were asked for where their bodies come to {@link #PAGE_OCTETS}; the end is where a page is empty.
 */
public interface View {

    /** Where the bodies of a page come to so many octets, it ends. */
    int PAGE_OCTETS = 16 << 20;

    Optional<Kept> get(String shelf, String id) throws IOException;

    /**
     * Those of a shelf whose ids come after this one, by id in the order of their UTF-8 octets.
     *
     * @param after "" for the first
     * @param most from 1 to 10,000
     */
    List<Kept> page(String shelf, String after, int most) throws IOException;

    long count(String shelf) throws IOException;

    /** What was last written down under this name; the stream ends with this look. */
    Optional<InputStream> snapshot(String name) throws IOException;

    /**
     * Lines of a log in the order in which they were appended.
     *
     * @param after number of the line before the first; 0 for the first of all
     * @param most from 1 to 10,000
     */
    List<Line> lines(String log, long after, int most) throws IOException;

    /** The last line of a log. */
    Optional<Line> last(String log) throws IOException;
}
