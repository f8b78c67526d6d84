// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Parcel;
import weir.wire.Pending;
import weir.wire.Sink;

/** One connection: requests one after another, answers in the same order (RFC 9112, 9.3). */
final class Exchange implements Dialogue {

    private static final int MOST_WAITING = 32;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_COUNTED = 80;
    private static final int NONE = -1;
    private static final int PARTIAL = 206;
    private static final String CONTENT = "content";

    private final Head head = new Head();
    private final Body toServer = new Body();
    private final Body toClient = new Body();
    private final Cursor part = new Cursor();
    private final Credentials credentials = new Credentials();
    private final Injections injections = new Injections();
    private final Pending pending = new Pending(MOST_WAITING);

    /** Made with the first row that is wanted. */
    private @Nullable ExchangeRows rows;

    /**
     * How many bytes follow the whole head last framed. Where that is asked next, whether one begins is being asked: a
     * body may, which only that head tells of, so nothing is wrong there.
     */
    private int behindHead = NONE;

    private long asked;
    private long answered;
    /** What is spoken since both agreed to go over to HTTP/2. */
    private @Nullable Dialogue upgraded;

    @Override
    public int frame(Cursor in, Direction way) {
        if (upgraded != null) {
            return upgraded.frame(in, way);
        }
        Body body = body(way);
        if (body.isWaited()) {
            return body.frame(in);
        }
        if (in.left() == behindHead) {
            behindHead = NONE;
            return MORE;
        }
        if (in.peek(0) == '\r' && in.peek(1) == '\n') {
            return Dialogue.skip(2);
        }
        int size = Head.frame(in);
        behindHead = size > 0 ? in.left() - size : NONE;
        return size;
    }

    private Body body(Direction way) {
        return way == Direction.TO_SERVER ? toServer : toClient;
    }

    @Override
    public void lost(Direction way) {
        if (upgraded != null) {
            upgraded.lost(way);
        }
        body(way).lost();
        answered = asked;
        if (rows != null) {
            rows.lost();
        }
    }

    @Override
    public void ended(Direction way, boolean closed, Sink out) {
        body(way).ended(closed, out);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (Method.at(in) != null) {
            return Direction.TO_SERVER;
        }
        return in.peek(0) == 'H' && in.peek(4) == '/' ? Direction.TO_CLIENT : presumed;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        behindHead = NONE;
        if (upgraded != null) {
            out.speaking(Http2.NAME);
            upgraded.message(in, way, out);
            return;
        }
        Body body = body(way);
        if (body.read(in, out)) {
            if (rows != null) {
                rows.moved(way, body, out);
            }
            return;
        }
        if (!head.read(in)) {
            out.violation("malformed", in.left());
        } else if (!head.ended) {
            out.violation("truncated", in.left());
        } else {
            Method method = head.method;
            if (method == null) {
                answer(in, body, out);
            } else {
                ask(in, method, body, out);
            }
            if (out.wantsRows()) {
                row(in, method, body, out);
            }
        }
    }

    private void row(Cursor in, @Nullable Method method, Body body, Sink out) {
        ExchangeRows made = rows == null ? new ExchangeRows() : rows;
        rows = made;
        if (method == null) {
            made.answer(in, head.status, body, out);
        } else {
            made.ask(in, head, method, body, out);
        }
    }

    private void ask(Cursor in, Method method, Body body, Sink out) {
        Operation told = out.request(method)
                .symbol(path(in, out))
                .qualifier(text(in, Field.HOST, out))
                .tell();
        pending.ask(asked++, told, out.time(), 0);
        if (out.counting()) {
            out.fact("http", "method", method.spelled());
        }
        injections.judge(in.bytes(), in.offset() + head.target, head.targetLength, false, out);
        judge(in, Field.USER_AGENT, out);
        judge(in, Field.REFERER, out);
        judge(in, Field.X_FORWARDED_FOR, out);
        software(in, Field.USER_AGENT, "User-Agent", "ua", out);
        if (head.has(Field.AUTHORIZATION)) {
            credentials.read(value(in, Field.AUTHORIZATION), out);
        }
        body.follows(head, in, false);
        if (method == Method.PUT || method == Method.POST) {
            content(body, told.target().symbol(), out.receiver(""), Transfer.Way.INTO_DEVICE, out);
        }
    }

    private void judge(Cursor in, Field field, Sink out) {
        if (head.has(field)) {
            int from = in.offset() + head.from[field.ordinal()];
            injections.judge(in.bytes(), from, head.length[field.ordinal()], true, out);
        }
    }

    private void answer(Cursor in, Body body, Sink out) {
        int status = head.status;
        boolean known = pending.find(answered);
        Operation request = pending.request();
        Method method = known && request != null && request.service() instanceof Method m ? m : Method.UNSEEN;
        out.response(method);
        if (known && request != null) {
            out.like(request).qualifier(request.qualifier()).since(pending.time());
        }
        if (status >= 400) {
            out.refused(status, Status.text(status));
        }
        out.tell();
        out.fact("http", "status", status);
        software(in, Field.SERVER, "Server", "server", out);
        if (status == 101 && isHttp2(in)) {
            upgraded = new Streams(request, pending.time());
            return;
        }
        if (head.has(Field.WWW_AUTHENTICATE)) {
            credentials.token(value(in, Field.WWW_AUTHENTICATE), out);
        }
        if (status == 101 || method == Method.CONNECT && status / 100 == 2) {
            toServer.isForeign();
            toClient.isForeign();
            return;
        }
        if (status / 100 == 1) {
            return;
        }
        if (known && pending.take(answered)) {
            answered++;
        }
        if (method != Method.HEAD && status != 204 && status != 304) {
            body.follows(head, in, true);
            if (status / 100 == 2) {
                String name = known && request != null ? request.target().symbol() : "";
                content(body, name, out.sender(), Transfer.Way.OUT_OF_DEVICE, out);
            }
        }
    }

    /** Begins to tell what follows, unless nothing does. A huge one is passed over. */
    private void content(Body body, String name, Subject holder, Transfer.Way way, Sink out) {
        if (body.isHuge()) {
            out.transfer(holder, CONTENT, name, way, Transfer.State.STARTED, 0);
        } else if (!body.isEmpty()) {
            Parcel parcel = out.parcel(holder, CONTENT, name, way);
            if (head.status == PARTIAL) {
                parcel.missed();
            }
            body.is(parcel);
        }
    }

    /** {@code h2c}, HTTP/2 in the clear (RFC 7540, 3.2). */
    private boolean isHttp2(Cursor in) {
        if (!head.has(Field.UPGRADE)) {
            return false;
        }
        Cursor protocol = value(in, Field.UPGRADE);
        return protocol.left() == 3 && protocol.peek(0) == 'h' && protocol.peek(1) == '2' && protocol.peek(2) == 'c';
    }

    private void software(Cursor in, Field field, String source, String key, Sink out) {
        if (head.has(field)) {
            String software = text(in, field, out);
            out.identity(out.sender(), Attribute.SOFTWARE, software, source, 4);
            count(key, software, out);
        }
    }

    /** Counts a text as far as texts are counted. */
    static void count(String key, String value, Sink out) {
        if (out.counting()) {
            out.fact(
                    "http",
                    key,
                    value.length() > LONGEST_COUNTED
                            ? value.substring(0, LONGEST_COUNTED).strip()
                            : value);
        }
    }

    /** The target without scheme, host and query: those name secrets, or nothing that repeats. */
    private String path(Cursor in, Sink out) {
        byte[] data = in.bytes();
        int at = in.offset() + head.target;
        int end = at + head.targetLength;
        if (at < end && (data[at] == 'h' || data[at] == 'H')) {
            at = afterHost(data, at, end);
        }
        int stop = at;
        while (stop < end && data[stop] != '?' && data[stop] != '#' && stop - at < LONGEST_TEXT) {
            stop++;
        }
        return out.text(part.wrap(data, at, stop - at), stop - at);
    }

    private static int afterHost(byte[] data, int from, int end) {
        int at = from;
        while (at + 2 < end && data[at] != ':') {
            at++;
        }
        if (at + 2 >= end || data[at + 1] != '/' || data[at + 2] != '/') {
            return from;
        }
        at += 3;
        while (at < end && data[at] != '/') {
            at++;
        }
        return at;
    }

    private String text(Cursor in, Field field, Sink out) {
        Cursor value = value(in, field);
        return out.text(value, Math.min(value.left(), LONGEST_TEXT));
    }

    private Cursor value(Cursor in, Field field) {
        return part.wrap(in.bytes(), in.offset() + head.from[field.ordinal()], head.length[field.ordinal()]);
    }
}
