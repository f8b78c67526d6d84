// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

/** XML text that grows, always well-formed so far as it goes, and never beyond its allowance. */
final class EventText {

    private static final char UNREADABLE = '\uFFFD';

    private final StringBuilder text = new StringBuilder(); // at most what the allowance gives for an event
    private final Allowance allowance;

    EventText(Allowance allowance) {
        this.allowance = allowance;
    }

    void clear() {
        text.setLength(0);
    }

    int length() {
        return text.length();
    }

    /** Takes back what was written since. */
    void cut(int length) {
        text.setLength(length);
    }

    boolean begins(String start) {
        return text.length() >= start.length() && text.indexOf(start) == 0;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    void markup(String mark) throws DamagedRecord {
        allowance.spend(mark.length());
        text.append(mark);
    }

    void open(String name) throws DamagedRecord {
        markup("<" + checked(name));
    }

    void close(String name) throws DamagedRecord {
        markup("</" + name + ">");
    }

    void attribute(String name) throws DamagedRecord {
        markup(" " + checked(name) + "=\"");
    }

    /** Writes once more what stands between two places. */
    void again(int from, int to) throws DamagedRecord {
        allowance.spend(to - from);
        text.append(text, from, to);
    }

    void characters(String more) throws DamagedRecord {
        allowance.spend(more.length());
        int end = more.length();
        while (end > 0 && more.charAt(end - 1) == 0) {
            end--;
        }
        for (int i = 0; i < end; ) {
            int c = more.codePointAt(i);
            i += Character.charCount(c);
            character(c);
        }
    }

    /** A character that XML cannot hold is {@code U+FFFD}. */
    void character(int c) throws DamagedRecord {
        switch (c) {
            case '<' -> markup("&lt;");
            case '>' -> markup("&gt;");
            case '&' -> markup("&amp;");
            case '"' -> markup("&quot;");
            case '\r' -> markup("&#13;");
            case '\t', '\n' -> text.append((char) c);
            default -> text.appendCodePoint(isXml(c) ? c : UNREADABLE);
        }
    }

    /** The letter that a name stands for in XML. */
    void entity(String name) throws DamagedRecord {
        character(
                switch (name) {
                    case "amp" -> '&';
                    case "lt" -> '<';
                    case "gt" -> '>';
                    case "quot" -> '"';
                    case "apos" -> '\'';
                    default -> throw new DamagedRecord(EvtxDamage.RECORD);
                });
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE && c != 0xfffe && c != 0xffff;
    }

    /** A name that holds markup would say something else than the file does. */
    private static String checked(String name) throws DamagedRecord {
        boolean good = !name.isEmpty() && isNameStart(name.charAt(0));
        for (int i = 1; good && i < name.length(); i++) {
            char c = name.charAt(i);
            good = isNameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':';
        }
        if (!good) {
            throw new DamagedRecord(EvtxDamage.RECORD);
        }
        return name;
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }
}
