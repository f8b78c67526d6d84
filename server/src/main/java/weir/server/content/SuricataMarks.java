// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.Locale;
import weir.wire.signature.PacketTest;
import weir.wire.signature.Threshold;

/** Keywords about a packet as a whole. */
final class SuricataMarks {

    /** FIN, SYN, RST, PSH, ACK, URG, ECE, CWR, from the lowest bit. */
    private static final String FLAGS = "FSRPAUEC";

    private static final int ALL = 0xff;
    private static final int MOST = 1 << 16;

    private SuricataMarks() {}

    /** {@code 8}, {@code !8}, {@code <8}, {@code >8}, {@code 8<>16}, without the bounds. */
    static PacketTest size(String text) throws Refused {
        boolean negated = text.startsWith("!");
        String plain = negated ? text.substring(1) : text;
        int between = plain.indexOf("<>");
        if (between > 0) {
            return new PacketTest.Size(
                    SuricataNumbers.small(plain.substring(0, between)) + 1,
                    SuricataNumbers.small(plain.substring(between + 2)) - 1,
                    negated);
        }
        if (plain.startsWith("<")) {
            return new PacketTest.Size(0, SuricataNumbers.small(plain.substring(1)) - 1, negated);
        }
        if (plain.startsWith(">")) {
            return new PacketTest.Size(SuricataNumbers.small(plain.substring(1)) + 1, MOST, negated);
        }
        int exactly = SuricataNumbers.small(plain);
        return new PacketTest.Size(exactly, exactly, negated);
    }

    /** {@code S}, {@code SA,CE}: after the comma stand flags that do not matter. */
    static PacketTest flags(String text) throws Refused {
        String[] parts = text.split(",", 2);
        String wanted = parts[0].strip();
        boolean negated = wanted.startsWith("!");
        boolean atLeast = wanted.startsWith("+");
        if (wanted.startsWith("*")) {
            throw new Refused("rules with flags of which one is enough");
        }
        int set = bits(negated || atLeast ? wanted.substring(1) : wanted);
        int ignored = parts.length == 1 ? 0 : bits(parts[1].strip());
        return new PacketTest.Flags(set, atLeast ? set : ALL & ~ignored, negated);
    }

    private static int bits(String letters) throws Refused {
        int bits = 0;
        for (char letter : letters.replace('1', 'C').replace('2', 'E').toCharArray()) {
            int bit = FLAGS.indexOf(letter);
            if (bit < 0 && letter != '0') {
                throw new Refused("rules with flags that are none");
            }
            bits |= bit < 0 ? 0 : 1 << bit;
        }
        return bits;
    }

    /** {@code type limit, track by_src, count 1, seconds 60}; a filter has no type. */
    static Threshold threshold(String keyword, String text) throws Refused {
        Threshold.Kind kind = Threshold.Kind.FILTER;
        Threshold.Track track = Threshold.Track.RULE;
        int count = 0;
        long seconds = -1;
        for (String part : text.split(",")) {
            String[] words = part.strip().split("\\s+", 2);
            String value = words.length == 1 ? "" : words[1].strip();
            switch (words[0]) {
                case "type" -> kind = kind(value);
                case "track" -> track = track(value);
                case "count" -> count = (int) Math.clamp(SuricataNumbers.whole(value), 1, 1_000_000);
                case "seconds" -> seconds = Math.min(SuricataNumbers.whole(value), 1_000_000);
                default -> throw new Refused("rules with " + keyword + " " + Plainly.name(words[0]));
            }
        }
        if (count < 1 || seconds < 0 || (kind == Threshold.Kind.FILTER) != keyword.equals("detection_filter")) {
            throw new Refused("rules with a broken " + keyword);
        }
        return new Threshold(kind, track, count, seconds);
    }

    private static Threshold.Kind kind(String text) throws Refused {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "limit" -> Threshold.Kind.LIMIT;
            case "threshold" -> Threshold.Kind.THRESHOLD;
            case "both" -> Threshold.Kind.BOTH;
            default -> throw new Refused("rules with a threshold of the type " + Plainly.name(text));
        };
    }

    private static Threshold.Track track(String text) throws Refused {
        return switch (text) {
            case "by_src" -> Threshold.Track.SOURCE;
            case "by_dst" -> Threshold.Track.DESTINATION;
            case "by_rule" -> Threshold.Track.RULE;
            default -> throw new Refused("rules with a threshold tracked " + Plainly.name(text));
        };
    }
}
