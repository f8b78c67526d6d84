// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import java.util.List;
import java.util.function.Predicate;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;

/** A protocol on transport connections that is told apart but not read: a notice says once that it is spoken. */
final class Unread implements TransportUser {

    /** T.125, the multipoint service under RDP. */
    static final Unread RDP = new Unread("rdp", Unread::isConnectOfT125);

    /** In the order in which they are asked. */
    static final List<TransportUser> ALL = List.of(RDP);

    private final String name;
    private final Predicate<Cursor> likeness;
    private final Service spoken = new Service.Unlisted("spoken", 0, Verb.OTHER);

    private Unread(String name, Predicate<Cursor> likeness) {
        this.name = name;
        this.likeness = likeness;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean speaks(Cursor in) {
        return likeness.test(in);
    }

    @Override
    public Dialogue open(TransportConnection connection) {
        return new Silent();
    }

    /** Connect initial and connect response: BER application tags 101 and 102 (T.125 clause 7). */
    private static boolean isConnectOfT125(Cursor in) {
        return in.peek16(0) == 0x7f65 || in.peek16(0) == 0x7f66;
    }

    /** Says once what is spoken, and no more. */
    private final class Silent implements Dialogue {

        private boolean told;

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (!told) {
                told = true;
                out.notice(spoken).tell();
            }
        }
    }
}
