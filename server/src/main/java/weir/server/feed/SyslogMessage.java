// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

/**
 * A line of syslog without its envelope.
 *
 * @param time {@link LogTimes#NONE} where it has none
 * @param host as written, or ""
 * @param program as written, or ""
 * @param text what the program says
 */
record SyslogMessage(long time, String host, String program, String text) {

    private static final int LONGEST_NAME = 255;

    /**
     * <pre>
     * "&lt;" priority "&gt;" time " " host " " program ["[" process "]"] ":" text                                (RFC 3164)
     * "&lt;" priority "&gt;1 " time " " host " " program " " process " " message " " data " " text               (RFC 5424)
     * </pre>
     *
     * Of the old form everything before the text may be missing.
     */
    static SyslogMessage of(String line, LogTimes times) {
        int head = priority(line);
        return head > 0 && line.startsWith("1 ", head)
                ? newer(line.substring(head + 2), times)
                : older(line.substring(head), times);
    }

    /** Characters of the priority with its brackets, 0 where there is none. */
    static int priority(String line) {
        int end = line.startsWith("<") ? line.indexOf('>') : -1;
        return end > 1 && end < 5 && line.substring(1, end).chars().allMatch(c -> c >= '0' && c <= '9') ? end + 1 : 0;
    }

    private static SyslogMessage newer(String line, LogTimes times) {
        String[] parts = line.split(" ", 6);
        if (parts.length < 6) {
            return new SyslogMessage(LogTimes.NONE, "", "", "");
        }
        String text = parts[5].substring(data(parts[5])).strip();
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new SyslogMessage(times.begins(parts[0]).time(), Texts.name(parts[1]), Texts.name(parts[2]), text);
    }

    /** Characters of the structured data: {@code -}, or elements in brackets whose quoted values may hold a bracket. */
    private static int data(String text) {
        if (!text.startsWith("[")) {
            return text.startsWith("-") ? 1 : 0;
        }
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ']' && !quoted && !text.startsWith("[", i + 1)) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static SyslogMessage older(String line, LogTimes times) {
        LogTimes.Read read = times.begins(line);
        String rest = line.substring(read.length());
        if (read.length() == 0) {
            return new SyslogMessage(LogTimes.NONE, "", "", rest.strip());
        }
        rest = rest.startsWith(":") ? rest.substring(1).strip() : rest.strip();
        int space = rest.indexOf(' ');
        String host =
                space > 0 && space <= LONGEST_NAME && isHost(rest.substring(0, space)) ? rest.substring(0, space) : "";
        String said = host.isEmpty() ? rest : rest.substring(space + 1).strip();
        int tag = tag(said);
        if (tag == 0) {
            return new SyslogMessage(read.time(), host, "", said.startsWith(": ") ? said.substring(2) : said);
        }
        int bracket = said.indexOf('[');
        String program = said.substring(0, bracket > 0 && bracket < tag ? bracket : tag);
        return new SyslogMessage(
                read.time(), host, program, said.substring(tag + 1).strip());
    }

    /** A relay may have put its own envelope around that of the device: then what the device says. */
    SyslogMessage relayed(LogTimes times) {
        boolean packed = program.isEmpty() && (text.contains("CEF:") || text.contains("LEEF:"));
        return packed && times.begins(text).length() > 0 ? older(text, times) : this;
    }

    private static boolean isHost(String word) {
        return !word.endsWith(":") && !word.contains("|") && !word.endsWith("]") && word.charAt(0) != '%';
    }

    /** Where the colon stands that ends the name of a program; 0 where the text begins with none. */
    private static int tag(String text) {
        for (int i = 0; i < text.length() && i < LONGEST_NAME; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return text.startsWith("%") || text.startsWith("CEF") || text.startsWith("LEEF") ? 0 : i;
            }
            if (c <= ' ' || c == '=') {
                return 0;
            }
        }
        return 0;
    }
}
