// SPDX-License-Identifier: Apache-2.0
package weir.analysis.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.analysis.sketch.Sample.Message;

/**
 * Looks for what the messages of a sample have in common. It claims only what holds for nearly all messages and what
 * enough different messages bear out.
 */
public final class Sketcher {

    /** Places that are looked at: a header is hardly longer. */
    private static final int HEADER = 24;

    private static final int ENOUGH = 4;
    private static final double NEARLY_ALL = 0.95;
    private static final int MOST_KINDS = 24;

    /** Bits an octet of random data has, nearly. */
    private static final double RANDOM_BITS = 7.2;

    private static final int OCTETS_FOR_ENTROPY = 1024;

    private final List<Message> messages;
    private final int shortest;

    private Sketcher(List<Message> messages) {
        this.messages = messages;
        shortest = messages.stream().mapToInt(Message::length).min().orElse(0);
    }

    /** Null where there are too few messages to say anything. */
    public static @Nullable Sketch of(Sample sample) {
        return sample.messages().size() < ENOUGH ? null : new Sketcher(sample.messages()).sketch();
    }

    private Sketch sketch() {
        Sketch.Form form = form();
        boolean readable = form == Sketch.Form.BINARY;
        SortedMap<Integer, Integer> constants = readable ? constants() : new TreeMap<>();
        Sketch.Number length = readable ? length() : null;
        Sketch.Number counter = readable ? counter(length) : null;
        Sketch.Number echo = readable ? echo(length, constants) : null;
        int kind = readable ? kind(constants, length, counter, echo) : -1;
        Rhythm rhythm = new Rhythm(messages);
        return new Sketch(
                form,
                messages.size(),
                shortest,
                messages.stream().mapToInt(Message::length).max().orElse(0),
                constants,
                length,
                counter,
                echo,
                kind,
                kind < 0 ? new TreeMap<>() : values(kind),
                readable ? Checks.of(messages) : Sketch.Check.NONE,
                rhythm.period(),
                rhythm.answered());
    }

    private Sketch.Form form() {
        long[] counts = new long[256];
        long all = 0;
        long readable = 0;
        for (Message message : messages) {
            for (byte octet : message.octets()) {
                counts[octet & 0xff]++;
                all++;
                boolean printed = octet >= 0x20 && octet < 0x7f;
                readable += printed || octet == '\n' || octet == '\r' || octet == '\t' ? 1 : 0;
            }
        }
        if (readable >= all * NEARLY_ALL) {
            return Sketch.Form.TEXT;
        }
        double bits = 0;
        for (long count : counts) {
            if (count > 0) {
                double share = (double) count / all;
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return all >= OCTETS_FOR_ENTROPY && bits > RANDOM_BITS ? Sketch.Form.OPAQUE : Sketch.Form.BINARY;
    }

    private SortedMap<Integer, Integer> constants() {
        SortedMap<Integer, Integer> all = new TreeMap<>();
        for (int at = 0; at < Math.min(shortest, HEADER); at++) {
            int value = messages.getFirst().octets()[at] & 0xff;
            int place = at;
            if (messages.stream().allMatch(m -> (m.octets()[place] & 0xff) == value)) {
                all.put(at, value);
            }
        }
        return all;
    }

    private Sketch.@Nullable Number length() {
        long lengths = messages.stream().mapToInt(Message::length).distinct().count();
        if (lengths < 2) {
            return null;
        }
        for (int size : new int[] {4, 2, 1}) {
            for (int at = 0; at + size <= Math.min(shortest, HEADER); at++) {
                for (boolean little : size == 1 ? new boolean[] {false} : new boolean[] {false, true}) {
                    Sketch.Number found = length(at, size, little);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private Sketch.@Nullable Number length(int at, int size, boolean little) {
        long add = messages.getFirst().length() - number(messages.getFirst(), at, size, little);
        long fits = messages.stream()
                .filter(m -> m.length() - number(m, at, size, little) == add)
                .count();
        boolean likely = Math.abs(add) <= 64 && fits >= messages.size() * NEARLY_ALL;
        return likely ? new Sketch.Number(at, size, little, (int) add) : null;
    }

    private Sketch.@Nullable Number counter(Sketch.@Nullable Number length) {
        List<Message> asked = messages.stream().filter(Message::fromClient).toList();
        if (asked.size() < ENOUGH) {
            return null;
        }
        for (int size : new int[] {2, 1}) {
            for (int at = 0; at + size <= Math.min(shortest, HEADER); at++) {
                for (boolean little : size == 1 ? new boolean[] {false} : new boolean[] {false, true}) {
                    if (grows(asked, at, size, little) && !overlaps(length, at, size)) {
                        return new Sketch.Number(at, size, little, 1);
                    }
                }
            }
        }
        return null;
    }

    private static boolean grows(List<Message> asked, int at, int size, boolean little) {
        long mask = (1L << 8 * size) - 1;
        int steps = 0;
        for (int i = 1; i < asked.size(); i++) {
            long step = number(asked.get(i), at, size, little) - number(asked.get(i - 1), at, size, little);
            steps += (step & mask) == 1 ? 1 : 0;
        }
        return steps >= (asked.size() - 1) * 0.9;
    }

    /** The widest number at which an answer has the value of its request, and requests have several. */
    private Sketch.@Nullable Number echo(Sketch.@Nullable Number length, SortedMap<Integer, Integer> constants) {
        List<Message[]> pairs = new ArrayList<>();
        for (int i = 1; i < messages.size(); i++) {
            if (messages.get(i - 1).fromClient() && !messages.get(i).fromClient()) {
                pairs.add(new Message[] {messages.get(i - 1), messages.get(i)});
            }
        }
        if (pairs.size() < ENOUGH) {
            return null;
        }
        for (int at = 0; at + 2 <= Math.min(shortest, HEADER); at++) {
            if (!constants.containsKey(at + 1) && !overlaps(length, at, 2) && echoed(pairs, at)) {
                return new Sketch.Number(at, 2, false, 0);
            }
        }
        return null;
    }

    private static boolean echoed(List<Message[]> pairs, int at) {
        Set<Long> values = new HashSet<>();
        int same = 0;
        for (Message[] pair : pairs) {
            long asked = number(pair[0], at, 2, false);
            same += asked == number(pair[1], at, 2, false) ? 1 : 0;
            values.add(asked);
        }
        return same >= pairs.size() * NEARLY_ALL && values.size() > pairs.size() / 2;
    }

    private int kind(
            SortedMap<Integer, Integer> constants,
            Sketch.@Nullable Number length,
            Sketch.@Nullable Number counter,
            Sketch.@Nullable Number echo) {
        for (int at = 0; at < Math.min(shortest, HEADER); at++) {
            if (constants.containsKey(at)
                    || overlaps(length, at, 1)
                    || overlaps(counter, at, 1)
                    || overlaps(echo, at, 1)) {
                continue;
            }
            int different = values(at).size();
            if (different > 1 && different <= MOST_KINDS && different <= messages.size() / 2) {
                return at;
            }
        }
        return -1;
    }

    private SortedMap<Integer, Integer> values(int at) {
        SortedMap<Integer, Integer> values = new TreeMap<>();
        for (Message message : messages) {
            values.merge(message.octets()[at] & 0xff, 1, Integer::sum);
        }
        return values;
    }

    private static boolean overlaps(Sketch.@Nullable Number number, int at, int size) {
        return number != null && at < number.at() + number.size() && number.at() < at + size;
    }

    private static long number(Message message, int at, int size, boolean little) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | message.octets()[little ? at + size - 1 - i : at + i] & 0xff;
        }
        return value;
    }

    /** When the client speaks, and whether it is answered. */
    private static final class Rhythm {

        private final long[] gaps;
        private final double answered;

        Rhythm(List<Message> messages) {
            List<Message> asked = messages.stream().filter(Message::fromClient).toList();
            gaps = new long[Math.max(0, asked.size() - 1)];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = asked.get(i + 1).time() - asked.get(i).time();
            }
            Arrays.sort(gaps);
            int answers = 0;
            for (int i = 1; i < messages.size(); i++) {
                answers += messages.get(i - 1).fromClient() && !messages.get(i).fromClient() ? 1 : 0;
            }
            answered = asked.isEmpty() ? 0 : (double) answers / asked.size();
        }

        /** The middle gap, where most gaps are near it. */
        long period() {
            if (gaps.length < ENOUGH) {
                return 0;
            }
            long middle = gaps[gaps.length / 2];
            long near = Arrays.stream(gaps)
                    .filter(g -> Math.abs(g - middle) <= middle / 4)
                    .count();
            return near >= gaps.length * 0.6 ? middle : 0;
        }

        double answered() {
            return answered;
        }
    }
}
