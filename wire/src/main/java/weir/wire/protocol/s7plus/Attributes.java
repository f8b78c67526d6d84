// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import weir.model.Verb;
import weir.wire.Numbered;

/** Names of the attributes that objects have, and what setting one does. */
final class Attributes {

    static final int NAME = 233;
    static final int APPLICATION = 297;
    static final int HOST = 298;
    static final int COMMENT = 301;
    static final int SESSION_VERSION = 306;
    static final int SYSTEM_VERSION = 319;
    static final int OPERATING_STATE_REQUEST = 2167;
    static final int VALUES = 2550;
    static final int AREA_VALUES = 3736;

    private static final int FIRST_OF_BLOCK = 2521;
    private static final int LAST_OF_BLOCK = 2620;

    private static final int MOST = 8192;
    private static final @Nullable String[] NAMES = new @Nullable String[MOST];
    private static final @Nullable Verb[] VERBS = new @Nullable Verb[MOST];
    private static final Numbered OTHERS = new Numbered("attribute ");

    static {
        try (InputStream in = Attributes.class.getResourceAsStream("/weir/wire/protocol/s7plus/attributes.tsv")) {
            if (in == null) {
                throw new IllegalStateException("no table of attributes");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    NAMES[Integer.parseInt(cells[0])] = cells[1];
                    VERBS[Integer.parseInt(cells[0])] = Verb.valueOf(cells[2]);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Attributes() {}

    static String name(long attribute) {
        String name = attribute < MOST ? NAMES[(int) attribute] : null;
        return name == null ? OTHERS.of(attribute & 0xffff) : name;
    }

    /** What setting it does. */
    static Verb verb(long attribute) {
        Verb verb = attribute < MOST ? VERBS[(int) attribute] : null;
        if (verb != null) {
            return verb;
        }
        return isOfBlock(attribute) ? Verb.PROGRAM : Verb.CONFIGURE;
    }

    /** Whether it makes its object a block of the program. */
    static boolean isOfBlock(long attribute) {
        return attribute >= FIRST_OF_BLOCK && attribute <= LAST_OF_BLOCK;
    }
}
