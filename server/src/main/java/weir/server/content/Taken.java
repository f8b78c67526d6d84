// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import weir.analysis.detect.Settings.Indicator;
import weir.analysis.detect.Settings.Kind;
import weir.model.Address;
import weir.model.Network;

/** Where the indicators of one file go: checked, and counted. */
record Taken(String source, Intake intake, List<Indicator> into) {

    private static final Pattern NAME = Pattern.compile("[\\w-]{1,63}(\\.[\\w-]{1,63}){1,20}\\.?");
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * @param since and until as written: ISO 8601, or seconds since the epoch; "" where nothing is
     */
    void add(Kind kind, String value, String since, String until) {
        String text =
                kind == Kind.URL ? hostAndPath(value.strip()) : value.strip().toLowerCase(Locale.ROOT);
        boolean right = switch (kind) {
            case ADDRESS -> Address.parse(text).kind() != Address.Kind.NONE;
            case NETWORK -> isNetwork(text);
            case URL -> !text.isEmpty();
            case JA3 -> MD5.matcher(text).matches();
            case DOMAIN -> NAME.matcher(text).matches();
            case SHA256 -> SHA256.matcher(text).matches();
            case JA4 -> !text.isEmpty();
        };
        if (!right) {
            intake.refuse(name(kind) + " that are none");
        } else if (into.size() >= IndicatorFile.MOST) {
            intake.refuse("indicators beyond the first " + IndicatorFile.MOST);
        } else {
            String clean = kind == Kind.DOMAIN && text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            into.add(new Indicator(kind, clean, time(since, 0), time(until, Long.MAX_VALUE), source));
            intake.take(name(kind));
        }
    }

    private static boolean isNetwork(String text) {
        try {
            return text.contains("/") && Network.parse(text).bits() > 0;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** As a request names it: {@code a.example/x} of {@code http://A.example:80/x?y#z}; "" where it has no host. */
    private static String hostAndPath(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            String path = uri.getRawPath();
            return host == null ? "" : host.toLowerCase(Locale.ROOT) + (path == null || path.isEmpty() ? "/" : path);
        } catch (URISyntaxException none) {
            return "";
        }
    }

    void refuse(String why) {
        intake.refuse(why);
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case ADDRESS -> "addresses";
            case NETWORK -> "networks";
            case URL -> "URLs";
            case DOMAIN -> "domains";
            case SHA256 -> "hashes of files";
            case JA3, JA4 -> "fingerprints of TLS";
        };
    }

    private static long time(String text, long otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            boolean seconds = text.chars().allMatch(c -> c >= '0' && c <= '9');
            Instant at = seconds ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text);
            return Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L);
        } catch (DateTimeException | ArithmeticException | NumberFormatException none) {
            return otherwise;
        }
    }
}
