// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import weir.wire.Told;

/** An element in BER, made by hand: identifier, length, content, all as hexadecimal digits. */
public final class Element {

    private Element() {}

    public static String of(String identifier, String... content) {
        byte[] bytes = Told.bytes(String.join("", content));
        String length = bytes.length < 0x80 ? "%02x".formatted(bytes.length) : "82%04x".formatted(bytes.length);
        return identifier + length + HexFormat.of().formatHex(bytes);
    }

    public static String text(String identifier, String text) {
        return of(identifier, HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
