// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

/** A rule asks for what cannot be judged here; the message is what is counted: {@code rules with the modifier expand}. */
public final class Unsupported extends Exception {

    private static final long serialVersionUID = 1;

    /** Characters kept of a word that the rule's writer chose. */
    private static final int LONGEST_WORD = 60;

    public Unsupported(String what) {
        super(what);
    }

    public Unsupported(String what, String word) {
        super(what + ' ' + (word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "..." : word));
    }
}
