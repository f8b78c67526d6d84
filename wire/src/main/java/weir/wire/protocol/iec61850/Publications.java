// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec61850;

/** The control blocks that one publisher speaks for. */
final class Publications {

    /** Control blocks remembered; a further one takes the place of the one remembered longest. */
    private static final int MOST = 64;

    private final String[] names = new String[MOST];
    private final Publication[] publications = new Publication[MOST];
    private int count;
    private int next;
    private int last;

    Publication of(String name) {
        if (last < count && names[last].equals(name)) {
            return publications[last];
        }
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                last = i;
                return publications[i];
            }
        }
        last = next;
        next = (next + 1) % MOST;
        if (count < MOST) {
            publications[count++] = new Publication();
        }
        names[last] = name;
        publications[last].forget();
        return publications[last];
    }
}
