// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Severity;
import weir.model.Sighting;
import weir.model.Subject;

/** A finding that is being made: the first sight fills in its words, each further one counts. */
public final class Claim {

    /** What makes two claims the same. */
    record Key(Detection detection, Address source, Subject target, String about) {}

    /** Different things listed of one claim. */
    private static final int MOST_ITEMS = 8;

    private final Key key;
    private final long start;
    private final long firstPacket;
    private long end;
    private long lastPacket;
    private long count;
    private final Map<String, Integer> items = new LinkedHashMap<>();
    private long moreItems;
    private String title;
    private Severity severity;
    private double confidence = 0.8;
    private String expected = "";
    private String seen = "";
    private String benignIf;
    private List<String> techniques;

    Claim(Key key, Sighting at) {
        this.key = key;
        start = at.time();
        firstPacket = at.packet();
        end = start;
        lastPacket = firstPacket;
        title = key.detection.name();
        severity = key.detection.severity();
        benignIf = key.detection.benignIf();
        techniques = key.detection.techniques();
    }

    void again(Sighting at) {
        count++;
        end = Math.max(end, at.time());
        lastPacket = at.packet();
    }

    /** Made just now: its words are to be filled in. */
    public boolean isNew() {
        return count == 1;
    }

    public long count() {
        return count;
    }

    long end() {
        return end;
    }

    public Claim title(String text) {
        title = text;
        return this;
    }

    public Claim severity(Severity value) {
        severity = value;
        return this;
    }

    public Severity severity() {
        return severity;
    }

    /** 0 (guessed) to 1 (certain). */
    public Claim confidence(double value) {
        confidence = value;
        return this;
    }

    public Claim expected(String text) {
        expected = text;
        return this;
    }

    public Claim seen(String text) {
        seen = text;
        return this;
    }

    public Claim benignIf(String text) {
        benignIf = text;
        return this;
    }

    public Claim techniques(List<String> ids) {
        techniques = ids;
        return this;
    }

    /** Further ones beside those that it has. */
    public Claim alsoTechniques(List<String> ids) {
        if (!techniques.containsAll(ids)) {
            Set<String> all = new LinkedHashSet<>(techniques);
            all.addAll(ids);
            techniques = List.copyOf(all);
        }
        return this;
    }

    /** One of the things that it is made of, counted: they are listed after what was seen. */
    public Claim item(String text) {
        if (items.containsKey(text) || items.size() < MOST_ITEMS) {
            items.merge(text, 1, Integer::sum);
        } else {
            moreItems++;
        }
        return this;
    }

    private String told() {
        if (items.isEmpty()) {
            return seen;
        }
        StringBuilder text = new StringBuilder(seen);
        String before = seen.isEmpty() ? "" : ": ";
        for (Map.Entry<String, Integer> item : items.entrySet()) {
            text.append(before).append(item.getKey());
            if (item.getValue() > 1) {
                text.append(", ").append(item.getValue()).append(" times");
            }
            before = "; ";
        }
        return moreItems == 0
                ? text.toString()
                : text.append("; and ").append(moreItems).append(" more").toString();
    }

    Finding finding() {
        return new Finding(
                FindingId.of(key.detection.id(), key.source, key.target, key.about, start, firstPacket),
                key.detection.id(),
                title,
                severity,
                confidence,
                key.source,
                key.target,
                key.about,
                start,
                end,
                firstPacket,
                lastPacket,
                count,
                expected,
                told(),
                benignIf,
                techniques);
    }
}
