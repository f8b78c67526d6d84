// SPDX-License-Identifier: Apache-2.0
package weir.server.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import weir.model.Conversation;

/** The name of a conversation: {@code C-} and twelve hexadecimal digits, the same for the same two in one protocol. */
public final class ConversationId {

    private static final int OCTETS = 6;

    private ConversationId() {}

    public static String of(Conversation c) {
        String who = c.client() + '\n' + c.server() + '\n' + c.protocol() + '\n' + c.transport() + '\n' + c.port();
        byte[] digest = sha256().digest(who.getBytes(StandardCharsets.UTF_8));
        return "C-" + HexFormat.of().formatHex(digest, 0, OCTETS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
