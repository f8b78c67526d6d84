// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * JA3 of a ClientHello (Salesforce, JA3): what older lists of attackers name. The MD5 of decimal numbers, without
 * fillers, as they stand in the message:
 *
 * <pre>
 * version , suites joined by "-" , extensions , groups (extension 10) , point formats (extension 11)
 * </pre>
 */
final class OldFingerprint {

    private final MessageDigest md5 = md5();
    private final StringBuilder text = new StringBuilder();

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    String of(Hello hello) {
        text.setLength(0);
        text.append(hello.legacyVersion);
        list(hello.suites, hello.suiteCount);
        list(hello.extensions, hello.extensionCount);
        list(hello.groups, hello.groupCount);
        list(hello.pointFormats, hello.pointFormatCount);
        return HexFormat.of().formatHex(md5.digest(text.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    private void list(int[] values, int count) {
        text.append(',');
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : "-").append(values[i]);
        }
    }
}
