// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * TeamViewer, by how its connections begin; it has no published description, and what follows is encrypted, so that it is
 * there is all that is told.
 *
 * <pre>
 * 17 24 or 11 30 | command u8 | ...
 * </pre>
 */
public final class TeamViewer implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(5938));
    private static final int HEAD = 3;
    private static final int OLD = 0x1724;
    private static final int NEW = 0x1130;
    private static final int SHORTEST = 5;

    @Override
    public String name() {
        return "teamviewer";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int first = in.peek(0);
        if (first != OLD >> 8 && first != NEW >> 8) {
            return Likeness.NO;
        }
        if (in.left() < SHORTEST) {
            return in.left() == 1 || isMagic(in) ? Likeness.MORE : Likeness.NO;
        }
        return isMagic(in) ? Likeness.MAYBE : Likeness.NO;
    }

    private static boolean isMagic(Cursor in) {
        return in.peek16(0) == OLD || in.peek16(0) == NEW;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private static final Service SESSION = new Service.Unlisted("session", -1, Verb.CONTROL);

        private final boolean[] told = new boolean[2];

        @Override
        public int frame(Cursor in, Direction way) {
            if (told[way.ordinal()]) {
                return DONE;
            }
            if (in.left() < HEAD) {
                return MORE;
            }
            return isMagic(in) ? HEAD : LOST;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (in.left() < HEAD) {
                out.violation("truncated", in.left());
                return;
            }
            if (!isMagic(in)) {
                out.violation("malformed", in.peek16(0));
                return;
            }
            told[way.ordinal()] = true;
            boolean old = in.u16() == OLD;
            out.notice(SESSION)
                    .object("command", in.u8())
                    .qualifier(old ? "17 24" : "11 30")
                    .tell();
        }
    }
}
