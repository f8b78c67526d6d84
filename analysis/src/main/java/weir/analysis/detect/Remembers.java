// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.io.IOException;
import weir.analysis.baseline.Baseline;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;

/** A detector that learns more than the baseline holds, and can write it down and read it back. */
public interface Remembers {

    /** Name of its section in what is kept; another name is another section. */
    String section();

    /** Of the written form; a section of another version is not read. */
    int version();

    /** @param known what else is written down: what concerns others is left out */
    void write(StateWriter out, Baseline known) throws IOException;

    /**
     * Reads back what {@link #write} wrote, before anything was seen.
     *
     * @param known what else was read back
     */
    void read(StateReader in, Baseline known) throws IOException;
}
