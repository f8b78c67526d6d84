// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong, in a sentence that says what, where, and what to do. */
final class Problems {

    private Problems() {}

    static int input(PrintWriter err, IOException e) {
        err.println("weir: " + sentence(e));
        err.flush();
        return ExitCode.NO_INPUT;
    }

    static int output(PrintWriter err, String where, IOException e) {
        err.println("weir: cannot write to " + where + ": " + sentence(e) + "; give another folder with --out");
        err.flush();
        return ExitCode.NO_OUTPUT;
    }

    private static String sentence(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> gone.getFile() + ": there is no such file";
            case AccessDeniedException denied -> denied.getFile() + ": no permission";
            case FileAlreadyExistsException file -> file.getFile() + ": is a file and no folder";
            case FileSystemException other ->
                other.getFile() + ": " + (other.getReason() == null ? "cannot be used" : other.getReason());
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
