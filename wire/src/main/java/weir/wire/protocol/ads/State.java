// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import weir.wire.Numbered;

/** What a device does, as it says or as it is told to (ADS states). */
final class State {

    private static final String[] WORDS = {
        "invalid", "idle", "reset", "init", "start", "run", "stop", "save_configuration", "load_configuration",
        "power_failure", "power_good", "error", "shutdown", "suspend", "resume", "config", "reconfig", "stopping",
        "incompatible", "exception"
    };
    private static final Numbered OTHERS = new Numbered("state ");

    private State() {}

    static String of(int number) {
        return number < WORDS.length ? WORDS[number] : OTHERS.of(number);
    }
}
