// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Earlier versions of a state file, beside it: {@code plant.state.1} is the one before, up to {@code plant.state.5}. Each
 * run over further captures makes a new one, so that what was learned of a bad week can be taken back.
 */
final class StateVersions {

    static final int MOST = 5;

    private final Path file;

    StateVersions(Path file) {
        this.file = file;
    }

    /** @param number 0 for the state itself, 1 for the one before it */
    Path of(int number) {
        return number == 0 ? file : file.resolveSibling(file.getFileName() + "." + number);
    }

    /** Those that there are, by number, the newest first. */
    List<Integer> numbers() {
        List<Integer> there = new ArrayList<>();
        for (int number = 0; number <= MOST; number++) {
            if (Files.exists(of(number))) {
                there.add(number);
            }
        }
        return there;
    }

    /** The state becomes the version before; it stays in its place too, until it is replaced. */
    void keep() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (int number = MOST - 1; number > 0; number--) {
            if (Files.exists(of(number))) {
                Files.move(of(number), of(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        copy(file, of(1));
    }

    /** An earlier version becomes the state; the state of now becomes the version before, so this too can be taken back. */
    void back(int number) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.copy(of(number), part, StandardCopyOption.REPLACE_EXISTING);
        keep();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path from, Path to) throws IOException {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
