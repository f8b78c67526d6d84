// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

/** Names as another product writes them, to stable names of ours. */
final class Words {

    private static final int LONGEST = 80;

    private Words() {}

    /** Lower case, digits and underscores alone: {@code stream.3whs_ack} is {@code stream_3whs_ack}. */
    static String stable(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length() && out.length() < LONGEST; i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                c += 'a' - 'A';
            }
            out.append(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' ? c : '_');
        }
        return out.toString();
    }
}
