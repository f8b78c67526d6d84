// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import weir.wire.Numbered;

/** Why something was refused, in words; a number is {@code class << 8 | code}. */
final class Errors {

    /** Classes beyond those of a service error: see errors.tsv. */
    static final int REJECTED = 32;

    static final int DATA_ACCESS = 64;
    static final int CONTROL = 80;
    static final int ASSOCIATION = 96;

    private static final int CLASSES = 128;
    private static final int CODES = 32;
    private static final @Nullable String[] LABELS = new @Nullable String[CLASSES * CODES];
    private static final Numbered OTHERS = Numbered.hex("error_");

    static {
        try (InputStream in = Errors.class.getResourceAsStream("/weir/wire/protocol/mms/errors.tsv")) {
            if (in == null) {
                throw new IllegalStateException("no table of errors");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    LABELS[Integer.parseInt(cells[0]) * CODES + Integer.parseInt(cells[1])] = cells[2];
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Errors() {}

    static String label(int number) {
        int kind = number >> 8;
        int code = number & 0xff;
        String label = kind < 0 || kind >= CLASSES || code >= CODES ? null : LABELS[kind * CODES + code];
        return label == null ? OTHERS.of(number & 0xffff) : label;
    }

    static int number(int kind, long code) {
        return (kind & 0x7f) << 8 | (int) (code < 0 || code > 0xff ? 0xff : code);
    }
}
