// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.io.IOException;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Attribute;
import weir.model.Evidence;
import weir.model.Sighting;

/** One claim about a device, and how often it was made. */
final class Claim {

    /** What makes two claims the same. */
    record Key(Attribute attribute, String value, String protocol, String source) {

        // by hand: what the platform makes for records it makes when it runs, and a short run pays for that
        @Override
        public boolean equals(Object other) {
            return other instanceof Key k
                    && attribute == k.attribute
                    && value.equals(k.value)
                    && protocol.equals(k.protocol)
                    && source.equals(k.source);
        }

        @Override
        public int hashCode() {
            return (value.hashCode() * 31 + source.hashCode()) * 31 + attribute.ordinal();
        }
    }

    final Key key;
    final int confidence;
    private long first;
    private long last;
    private long firstPacket;
    private long lastPacket;
    private long count;

    Claim(Key key, int confidence) {
        this.key = key;
        this.confidence = confidence;
    }

    void seen(Sighting at) {
        if (count == 0) {
            first = at.time();
            last = first;
            firstPacket = at.packet();
        }
        first = Math.min(first, at.time());
        last = Math.max(last, at.time());
        lastPacket = at.packet();
        count++;
    }

    long firstPacket() {
        return firstPacket;
    }

    Evidence evidence(boolean chosen) {
        return new Evidence(
                key.attribute,
                key.value,
                key.protocol,
                key.source,
                confidence,
                first,
                last,
                firstPacket,
                lastPacket,
                count,
                chosen);
    }

    void save(StateWriter out) throws IOException {
        out.constant(key.attribute);
        out.text(key.value);
        out.text(key.protocol);
        out.text(key.source);
        out.number(confidence);
        out.number(first);
        out.number(last - first);
        out.number(firstPacket);
        out.number(lastPacket);
        out.number(count);
    }

    static Claim load(StateReader in) throws IOException {
        Key key = new Key(in.constant(Attribute.class), in.text(), in.text(), in.text());
        Claim claim = new Claim(key, (int) in.number());
        claim.first = in.number();
        claim.last = claim.first + in.number();
        claim.firstPacket = in.number();
        claim.lastPacket = in.number();
        claim.count = in.number();
        return claim;
    }
}
