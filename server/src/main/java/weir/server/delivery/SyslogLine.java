// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import weir.model.Severity;

/**
 * A message as syslog (RFC 5424):
 *
 * <pre>
 * &lt;priority&gt;1 timestamp host application process message-id [structured data] text
 * </pre>
 *
 * The message id is the stable one of what is told. A text in UTF-8 begins with a byte order mark (section 6.4).
 */
final class SyslogLine {

    private static final int LOCAL0 = 16;
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final String host;
    private final String process;

    SyslogLine(String host) {
        this.host = name(host, 255);
        this.process = Long.toString(ProcessHandle.current().pid());
    }

    byte[] of(Message message) {
        long second = 1_000_000_000L;
        Instant time =
                Instant.ofEpochSecond(Math.floorDiv(message.time(), second), Math.floorMod(message.time(), second));
        boolean ascii = message.text().chars().allMatch(c -> c < 128);
        String line = "<" + (LOCAL0 * 8 + severity(message.severity())) + ">1 " + TIME.format(time) + " " + host
                + " weir " + process + " " + name(message.id(), 32) + " - " + (ascii ? "" : BYTE_ORDER_MARK)
                + message.text();
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 2;
            case HIGH -> 3;
            case MEDIUM -> 4;
            case LOW -> 5;
            case INFO -> 6;
        };
    }

    /** Printable ASCII without spaces, so long at the most; "-" for none. */
    private static String name(String text, int limit) {
        String printable = text.replaceAll("[^!-~]", "_");
        String name = printable.substring(0, Math.min(limit, printable.length()));
        return name.isEmpty() ? "-" : name;
    }
}
