// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which the same text may stand in a command line. */
final class Encodings {

    /** What begins an option: it stands after no word and before one. */
    private static final Pattern DASH = Pattern.compile("(?<![\\w])[-/](?=\\w)");

    /** What Windows programs take for it: hyphen, slash, en dash, em dash, horizontal bar. */
    private static final List<String> DASHES = List.of("-", "/", "\u2013", "\u2014", "\u2015");

    private Encodings() {}

    static List<String> dashes(String text) {
        Set<String> all = new LinkedHashSet<>();
        for (String dash : DASHES) {
            all.add(DASH.matcher(text).replaceAll(Matcher.quoteReplacement(dash)));
        }
        return List.copyOf(all);
    }

    static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    /** What the octets look like inside a longer encoded text: three forms, without the digits that others decide. */
    static List<String> base64AtAnyOffset(byte[] octets) {
        List<String> all = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + octets.length];
            System.arraycopy(octets, 0, shifted, before, octets.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = (before * 8 + 5) / 6;
            int until = shifted.length * 8 / 6;
            all.add(text.substring(Math.min(from, until), until));
        }
        return all;
    }
}
