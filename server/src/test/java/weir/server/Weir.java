// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;

/** The command line run within the test. */
final class Weir {

    static final Path ROOT =
            Path.of(System.getProperty("weir.root", "..")).toAbsolutePath().normalize();
    static final Path SAMPLE = ROOT.resolve("samples/plant.pcapng");

    private Weir() {}

    /** How a command ended, and what it said. */
    record Ran(int exit, String lines, String out, String err) {}

    static Ran run(Object... arguments) {
        return run(new byte[0], arguments);
    }

    static Ran run(byte[] standardInput, Object... arguments) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        return run(new ByteArrayInputStream(standardInput), lines, lines, arguments);
    }

    /** Lines go to {@code to}, and nothing is known of them afterwards. */
    static Ran into(OutputStream to, Object... arguments) {
        return run(InputStream.nullInputStream(), to, new ByteArrayOutputStream(), arguments);
    }

    private static Ran run(InputStream in, OutputStream to, ByteArrayOutputStream lines, Object... arguments) {
        return run(Main.line(in, to, () -> false), lines, arguments);
    }

    static Ran run(CommandLine line, ByteArrayOutputStream lines, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = line.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Ran(exit, lines.toString(StandardCharsets.UTF_8), out.toString(), err.toString());
    }

    static byte[] sample() {
        return bytes(SAMPLE);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
