// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A capture dealt out to two files in turns of a hundred frames, so that they overlap in time. */
final class Halves {

    private static final int TURN = 100;

    private Halves() {}

    static void split(Path capture, Path one, Path other) throws IOException {
        List<List<Recorded>> files = List.of(new ArrayList<>(), new ArrayList<>());
        int number = 0;
        for (Recorded frame : Recorded.all(capture)) {
            files.get(number++ / TURN % 2).add(frame);
        }
        Recorded.write(one, files.get(0));
        Recorded.write(other, files.get(1));
    }
}
