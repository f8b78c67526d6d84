// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.List;

/** In what like devices are compared. */
enum Aspect {
    FIRMWARE("firmware", "Firmware unlike that of its like", "run firmware", "runs firmware", "T0857"),
    SERVICES("services", "Service that its like do not offer", "answer on", "answers on", "T0886"),
    OUTWARD("opens", "Device opens what its like do not", "open talk in", "opens talk in", "T0886"),
    WRITERS("writers", "Written by one who leaves its like alone", "are written by", "is written by", "T0855"),
    /** What the writers are to it; for devices of which each has its own. */
    WRITER_ROLES("writers", "Written by one of another kind", "are written by", "is written by", "T0855"),
    DEEDS("operations", "Asked to do what its like are not", "are asked to", "is asked to", "T0855"),
    PACE("pace", "Polled at another pace than its like", "are polled every", "is polled every", "T0801"),
    STACK("stack", "Another system than its like", "open TCP with", "opens TCP with", "T0849");

    private final String label;
    private final String title;
    private final String peers;
    private final String one;
    private final List<String> techniques;

    Aspect(String label, String title, String peers, String one, String technique) {
        this.label = label;
        this.title = title;
        this.peers = peers;
        this.one = one;
        techniques = List.of(technique);
    }

    /** What tells claims about one device apart. */
    String label() {
        return label;
    }

    String title() {
        return title;
    }

    /** What the peers do, before the list of it. */
    String peers() {
        return peers;
    }

    /** What the one that differs does, before the list of it. */
    String one() {
        return one;
    }

    List<String> techniques() {
        return techniques;
    }

    /** Changes so slowly that a change means that not all was seen yet; a pace is measured and never the same twice. */
    boolean isSteady() {
        return this != PACE;
    }
}
