// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/** Opens when enough scores in succession are above 1, and closes when one is clearly below. */
final class AlarmGate {

    private final ProcessSettings settings;
    private int above;
    private boolean open;

    AlarmGate(ProcessSettings settings) {
        this.settings = settings;
    }

    void take(double score) {
        above = score > 1 ? Math.min(above + 1, settings.minimum()) : 0;
        open = open ? score > settings.release() : above >= settings.minimum();
    }

    boolean isOpen() {
        return open;
    }
}
