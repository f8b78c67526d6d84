// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Severity;

/**
 * What a packet looks like that somebody warns of.
 *
 * @param id generator, number and revision, as its writer gave them: {@code 1:2008066:4}
 * @param text what it means when it is found
 * @param header between whom
 * @param marks what has to hold of the packet as a whole
 * @param body what has to stand in its payload, each after the one before where it says so
 * @param threshold how often it has to be found; null where once is enough
 */
public record Signature(
        String id,
        String text,
        Severity severity,
        Header header,
        List<PacketTest> marks,
        List<PayloadTest> body,
        @Nullable Threshold threshold) {

    public Signature {
        marks = List.copyOf(marks);
        body = List.copyOf(body);
    }

    /** The longest text that has to be there, by which candidates are found; null where it has none. */
    @Nullable
    Content longest() {
        Content longest = null;
        for (PayloadTest test : body) {
            if (test instanceof Content content
                    && !content.negated()
                    && content.length() > (longest == null ? 1 : longest.length())) {
                longest = content;
            }
        }
        return longest;
    }
}
