// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

/** Texts made fit for formats of one line: what came from the wire is not trusted to stay on it. */
final class Plain {

    private Plain() {}

    /** A space for each control character and for each of the separators of lines that Unicode knows. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(breaks(c) ? ' ' : c);
        }
        return line.toString();
    }

    static boolean breaks(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    /** Not longer than {@code limit}, never half a character; what was cut shows as three dots. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 3;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "...";
    }
}
