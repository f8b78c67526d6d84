// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

/**
 * What the audit says of one act. Texts are cut to their bounds, and what could forge a line or turn its direction on a
 * screen is written as {@code \}{@code u202e}.
 *
 * @param target on what: {@code account/3}; at most 200 characters
 * @param detail in words, without secrets; at most 2,000 characters
 */
public record Entry(Actor by, Act act, String target, Outcome outcome, String detail) {

    private static final int NAME_MOST = 200;
    private static final int DETAIL_MOST = 2_000;

    public Entry {
        by = new Actor(
                visible(by.account(), NAME_MOST), visible(by.name(), NAME_MOST), visible(by.address(), NAME_MOST));
        target = visible(target, NAME_MOST);
        detail = visible(detail, DETAIL_MOST);
    }

    public static Entry done(Actor by, Act act, String target, String detail) {
        return new Entry(by, act, target, Outcome.DONE, detail);
    }

    public static Entry refused(Actor by, Act act, String target, String detail) {
        return new Entry(by, act, target, Outcome.REFUSED, detail);
    }

    private static String visible(String text, int most) {
        StringBuilder visible = new StringBuilder(Math.min(text.length(), most));
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            String shown = shown(point);
            if (visible.length() + shown.length() > most - 1) {
                return visible.append('…').toString();
            }
            visible.append(shown);
            at += Character.charCount(point);
        }
        return visible.toString();
    }

    private static String shown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> String.format("\\u%04x", point);
            default -> Character.toString(point);
        };
    }
}
