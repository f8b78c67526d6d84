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

    /** @param option with which another place is given */
    static int output(PrintWriter err, IOException e, String option) {
        err.println("weir: cannot write " + sentence(e) + "; give another place with " + option);
        err.flush();
        return ExitCode.NO_OUTPUT;
    }

    static int lines(PrintWriter err, IOException e) {
        err.println("weir: cannot write standard output: " + sentence(e));
        err.flush();
        return ExitCode.NO_OUTPUT;
    }

    static int memory(PrintWriter err) {
        long limit = Runtime.getRuntime().maxMemory() >> 20;
        err.println("weir: the memory of " + limit + " MiB is full; give more: WEIR_JAVA_OPTIONS=-Xmx1g weir ...");
        err.flush();
        return ExitCode.FAILED;
    }

    static int defect(PrintWriter err, Throwable defect) {
        err.println("weir: a defect of Weir itself; please report what follows:");
        defect.printStackTrace(err);
        err.flush();
        return ExitCode.FAILED;
    }

    private static String sentence(IOException e) {
        return e instanceof FileSystemException at && at.getFile() != null
                ? at.getFile() + ": " + reason(e)
                : reason(e);
    }

    /** Why, without where. */
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> "there is no such file or folder";
            case AccessDeniedException denied -> "no permission";
            case FileAlreadyExistsException file -> "is a file, and a folder is needed";
            case FileSystemException other -> other.getReason() == null ? "cannot be used" : other.getReason();
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
