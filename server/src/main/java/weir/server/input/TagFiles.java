// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import weir.analysis.process.Tags;

/** What people call the points, out of files: tag lists and substation descriptions. The first that knows one counts. */
public final class TagFiles {

    private TagFiles() {}

    public static Tags read(List<Path> files) throws IOException {
        List<Tags> lists = new ArrayList<>();
        for (Path file : files) {
            boolean table = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
            lists.add(table ? TagList.read(file) : SclNames.read(file));
        }
        return id -> lists.stream()
                .map(list -> list.of(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
