// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.cip.Connections.Connection;

/**
 * What is said to class 6, the connection manager: sending on, opening and closing. CIP volume 1, 3-5.5:
 *
 * <pre>
 * unconnected send: priority u8 | ticks u8 | length u16 | request, padded | route length u8 in words | 0 | route
 * forward open:     priority u8 | ticks u8 | O to T id u32 | T to O id u32 | serial u16 | vendor u16 | originator u32
 *                   | timeout u8 | 0 0 0 | interval u32 | parameters u16 | interval u32 | parameters u16
 *                   | transport u8 | path length u8 in words | path            (large: parameters u32)
 * answer:           O to T id u32 | T to O id u32 | serial u16 | vendor u16 | originator u32 | ...
 * forward close:    priority u8 | ticks u8 | serial u16 | vendor u16 | originator u32 | path length u8 | 0 | path
 * </pre>
 */
final class ConnectionManager {

    static final int FORWARD_CLOSE = 0x4e;
    static final int UNCONNECTED_SEND = 0x52;
    static final int FORWARD_OPEN = 0x54;
    static final int LARGE_FORWARD_OPEN = 0x5b;

    private static final Numbered TRANSPORT = new Numbered("transport class ");

    private final Connections connections;
    private final Path path = new Path();
    private final Cursor pathBytes = new Cursor();
    private final Wording unit = new Wording();

    ConnectionManager(Connections connections) {
        this.connections = connections;
    }

    /** Takes the request out of an unconnected send; {@code asked} then goes to where the route leads. */
    boolean unwrap(Cursor in, Cursor request, Exchange asked, Sink out) {
        in.skip(2);
        int size = in.u16le();
        in.slice(size, request);
        in.skip(size & 1);
        int words = in.u8();
        in.skip(1);
        in.slice(2 * words, pathBytes);
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return false;
        }
        if (!path.read(pathBytes, out)) {
            out.violation("malformed_path", pathBytes.read());
            return false;
        }
        asked.wrapped = true;
        asked.unit = behind(asked.unit, path.unit(), out);
        return true;
    }

    /** A device behind a device. */
    private String behind(String first, String second, Sink out) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        return unit.begin().add(first).add('/').add(second).take(out);
    }

    void openRequest(Cursor in, Exchange asked, Sink out) {
        in.skip(2 + 4 + 4);
        asked.triad = triad(in);
        in.skip(4 + 2 * (asked.service == LARGE_FORWARD_OPEN ? 8 : 6));
        int transport = in.u8();
        int words = in.u8();
        if (path(in, words, asked, out)) {
            tell(asked, TRANSPORT.of(transport & 15), out);
        }
    }

    void closeRequest(Cursor in, Exchange asked, Sink out) {
        in.skip(2);
        asked.triad = triad(in);
        int words = in.u8();
        in.skip(1);
        if (path(in, words, asked, out)) {
            tell(asked, "", out);
            countConnection(asked.triad, out);
        }
    }

    private boolean path(Cursor in, int words, Exchange asked, Sink out) {
        in.slice(2 * words, pathBytes);
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return false;
        }
        asked.beginConnectionPath();
        if (asked.service != FORWARD_CLOSE) {
            asked.keepPath(pathBytes, out);
        }
        if (!path.read(pathBytes, out)) {
            out.violation("malformed_path", pathBytes.read());
            return false;
        }
        return true;
    }

    private void tell(Exchange asked, String qualifier, Sink out) {
        asked.unit = behind(asked.unit, path.unit(), out);
        asked.operation = out.request(ObjectClasses.service(ObjectClasses.CONNECTION_MANAGER, asked.service))
                .unit(asked.unit)
                .range(path.space(out), path.instance(), path.instance() < 0 ? 0 : 1)
                .symbol(path.symbol())
                .qualifier(qualifier)
                .tell();
    }

    /** An open connection was granted: messages over it go where its path leads. */
    void opened(Cursor in, Exchange asked, Sink out) {
        long toTarget = in.u32le();
        long toOriginator = in.u32le();
        long triad = triad(in);
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return;
        }
        Connection connection = connections.open(triad, toTarget, toOriginator, asked.unit);
        if (out.counting()) {
            connection.path = asked.connectionPath();
        }
    }

    void closed(Exchange asked, Sink out) {
        countConnection(asked.triad, out);
        connections.close(asked.triad);
    }

    private void countConnection(long triad, Sink out) {
        count(connections.byTriad(triad), out);
    }

    /** Counts the fields of the path that a connection was opened with. */
    void count(@Nullable Connection connection, Sink out) {
        if (connection != null && out.counting()) {
            path.read(pathBytes.wrap(connection.path, 0, connection.path.length), out);
        }
    }

    /** Serial number, vendor and originator: what opening and closing have in common. */
    private static long triad(Cursor in) {
        return (long) in.u16le() << 48 | (long) in.u16le() << 32 | in.u32le();
    }
}
