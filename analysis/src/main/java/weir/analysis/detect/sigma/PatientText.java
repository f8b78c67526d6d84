// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

/** Text that lets itself be looked at only so often: a regular expression that goes back and forth over it is stopped. */
final class PatientText implements CharSequence {

    private static final int MOST_LOOKS = 1_000_000;

    private final String text;
    private int looks;

    PatientText(String text) {
        this.text = text;
    }

    /** Was looked at too often. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1;

        Exhausted() {
            super("looked at more than " + MOST_LOOKS + " times", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
