// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import weir.wire.Sink;

/** Why something was refused: reason codes of version 5 (MQTT 5.0, 2.4), return codes of earlier ones (3.1.1, 3.2.2.3). */
final class Reasons {

    private static final int FIRST_REFUSAL = 0x80;
    private static final String[] NAMES = read();
    private static final String[] EARLIER = {
        "success",
        "unacceptable_protocol_version",
        "identifier_rejected",
        "server_unavailable",
        "bad_user_name_or_password",
        "not_authorized"
    };

    private Reasons() {}

    static boolean isRefusal(int code) {
        return code >= FIRST_REFUSAL;
    }

    static String label(int code) {
        return NAMES[code];
    }

    /** Of an answer to CONNECT before version 5. */
    static String earlier(int code) {
        return code < EARLIER.length ? EARLIER[code] : NAMES[code];
    }

    /** Says of the operation being told that it was refused, where the code does. */
    static Sink outcome(int code, Sink out) {
        return isRefusal(code) ? out.refused(code, label(code)) : out;
    }

    private static String[] read() {
        String[] names = new String[256];
        for (int code = 0; code < names.length; code++) {
            names[code] = "reason_" + code;
        }
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Reasons.class.getResourceAsStream("reason_codes.tsv")),
                StandardCharsets.UTF_8))) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                if (!row.startsWith("#")) {
                    List<String> cells = List.of(row.split("\t", -1));
                    names[Integer.parseInt(cells.get(0), 16)] = cells.get(1);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }
}
