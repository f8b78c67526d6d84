// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import java.util.List;

/**
 * Some ports.
 *
 * @param in ranges of which one has to hold it; empty for all
 * @param notIn ranges of which none may
 */
public record Ports(List<Range> in, List<Range> notIn) {

    public static final Ports ANY = new Ports(List.of(), List.of());

    /** From the first to the last, both of them too. */
    public record Range(int first, int last) {}

    public Ports {
        in = List.copyOf(in);
        notIn = List.copyOf(notIn);
    }

    boolean has(int port) {
        return (in.isEmpty() || isIn(in, port)) && !isIn(notIn, port);
    }

    private static boolean isIn(List<Range> ranges, int port) {
        for (Range range : ranges) {
            if (port >= range.first && port <= range.last) {
                return true;
            }
        }
        return false;
    }
}
