// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import weir.model.Finding;

/** A finding as one sentence: what happened, what was seen, what would have been normal. */
final class Story {

    private Story() {}

    static String of(Finding finding) {
        StringBuilder story = new StringBuilder(plain(finding.title()));
        if (!finding.seen().isEmpty()) {
            story.append(": ").append(plain(finding.seen()));
        }
        if (!finding.expected().isEmpty()) {
            story.append("; expected: ").append(plain(finding.expected()));
        }
        return story.append('.').toString();
    }

    /** Without the stop at its end, which the sentence brings along. */
    private static String plain(String part) {
        return part.endsWith(".") ? part.substring(0, part.length() - 1) : part;
    }
}
