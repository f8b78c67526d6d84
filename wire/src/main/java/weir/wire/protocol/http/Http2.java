// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * HTTP/2 in the clear, over TCP on any port (RFC 9113): frames, see {@link Frame}, with blocks of header fields, see
 * {@link HeaderBlock}.
 *
 * <p>Told as HTTP/1 is: a request by its method, its path without the query, and whom it is for. DNS messages in it are
 * read as such (RFC 8484).
 */
public final class Http2 implements Protocol {

    static final String NAME = "http2";

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(80), Carrier.tcp(50_051));
    private static final int ENOUGH = 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    /** The preface; without it several frames one behind the other, or settings that stand first. */
    @Override
    public Likeness probe(Cursor in, Transport over) {
        int preface = Frame.preface(in);
        if (preface > 0) {
            return Frame.isPreface(in) ? Likeness.SURE : Likeness.MORE;
        }
        if (in.left() < Frame.HEADER) {
            return in.peek(0) == 0 && Frame.frame(in) == Dialogue.MORE ? Likeness.MORE : Likeness.NO;
        }
        Frame first = Frame.of(in.peek(3));
        int frames = 0;
        while (in.left() >= Frame.HEADER && frames < ENOUGH) {
            int size = Frame.frame(in);
            if (size == Dialogue.LOST) {
                return Likeness.NO;
            }
            int length = Math.max(size, Dialogue.skipped(size));
            if (length > in.left()) {
                break;
            }
            in.skip(length);
            frames++;
        }
        boolean settings = first == Frame.SETTINGS && frames > 0 && in.left() == 0;
        return frames == ENOUGH || settings
                ? Likeness.SURE
                : frames > 0 && first == Frame.HEADERS ? Likeness.MAYBE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Streams();
    }
}
