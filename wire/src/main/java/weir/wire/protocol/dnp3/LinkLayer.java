// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import java.util.EnumSet;
import java.util.Set;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * One conversation: cuts it into link frames, checks them, and hands on what they carry. A frame whose header fails its
 * check is passed over by the header alone, for its length may be what is wrong; one whose blocks fail, as a whole.
 * What lies between frames is cut off as a message of its own, up to the next header that passes its check.
 */
final class LinkLayer implements Dialogue {

    /** Longer than any frame. */
    private static final int LONGEST_STRAY = 512;

    private final LinkFrame header = new LinkFrame();
    private final byte[] data = new byte[LinkFrame.MOST_DATA];
    private final Associations associations = new Associations();
    private final Application application = new Application();
    private final MasterAddresses masters = new MasterAddresses();
    private final Pending pending = new Pending(8);
    private final Cursor fragment = new Cursor();
    private final Cursor ahead = new Cursor();

    /** Where frames begin is not known, by direction: what is between them is no fault of the sender. */
    private final Set<Direction> blind = EnumSet.allOf(Direction.class);

    @Override
    public int frame(Cursor in, Direction way) {
        if (!LinkFrame.starts(in)) {
            return stray(in);
        }
        if (in.left() < LinkFrame.HEADER) {
            return MORE;
        }
        return LinkFrame.headerIsRight(in) ? LinkFrame.size(in.peek(2)) : LinkFrame.HEADER;
    }

    /** How many bytes are before the next frame, once that can be told; at most {@value #LONGEST_STRAY} at a time. */
    private int stray(Cursor in) {
        int most = Math.min(LONGEST_STRAY, in.left() - LinkFrame.HEADER);
        for (int at = 1; at <= most; at++) {
            if (in.peek(at) == 0x05
                    && LinkFrame.headerIsRight(ahead.wrap(in.bytes(), in.offset() + at, in.left() - at))) {
                return at;
            }
        }
        return most < LONGEST_STRAY ? MORE : LONGEST_STRAY;
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (in.left() < LinkFrame.HEADER || !LinkFrame.starts(in) || !LinkFrame.headerIsRight(in)) {
            return presumed;
        }
        return LinkFrame.fromMaster(in.peek(3)) ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }

    @Override
    public void lost(Direction way) {
        associations.lost(way);
        blind.add(way);
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        // a datagram holds one frame or more
        while (in.left() > 0) {
            if (!readFrame(in, way, out)) {
                return;
            }
        }
    }

    /** False where what follows cannot be read. */
    private boolean readFrame(Cursor in, Direction way, Sink out) {
        if (!LinkFrame.starts(in)) {
            if (!blind.contains(way)) {
                out.violation("stray_bytes", in.left());
            }
            return false;
        }
        if (in.left() < LinkFrame.HEADER) {
            out.violation("truncated", in.left());
            return false;
        }
        if (!LinkFrame.headerIsRight(in)) {
            blind.add(way);
            out.violation("bad_header_crc", in.peek16le(LinkFrame.HEADER - 2));
            return false;
        }
        blind.remove(way);
        int missing = LinkFrame.size(in.peek(2)) - in.left();
        header.read(in);
        countHeader(out);
        if (header.length < LinkFrame.SHORTEST) {
            out.violation("bad_length", header.length);
            return true;
        }
        if (missing > 0) {
            out.violation("truncated", missing);
            return false;
        }
        int bad = readBlocks(in);
        if (bad >= 0) {
            out.violation("bad_block_crc", bad);
            return true;
        }
        content(way, out);
        return true;
    }

    /** Takes the CRCs out of the user data; gives the number of the first block that fails its check, or -1. */
    private int readBlocks(Cursor in) {
        int bad = -1;
        int length = header.dataLength();
        for (int at = 0; at < length; at += LinkFrame.BLOCK) {
            int size = Math.min(LinkFrame.BLOCK, length - at);
            System.arraycopy(in.bytes(), in.offset(), data, at, size);
            in.skip(size);
            if (Crc.of(data, at, size) != in.u16le() && bad < 0) {
                bad = at / LinkFrame.BLOCK;
            }
        }
        return bad;
    }

    private void content(Direction way, Sink out) {
        if (header.fromMaster() && masters.becomeMany(header.source)) {
            out.violation("many_masters", header.source);
        }
        LinkFunction function = header.function();
        if (function == null) {
            out.violation("unknown_link_function", header.functionCode());
            return;
        }
        if (!function.carriesData()) {
            if (header.dataLength() > 0) {
                out.violation("unexpected_user_data", function.code());
            }
            linkService(function, out);
            return;
        }
        if (header.dataLength() == 0) {
            out.violation("no_user_data", function.code());
            return;
        }
        Association association = associations.of(header.source, header.destination, way);
        if (association.add(data, header.dataLength(), out)) {
            application.read(association.fragment(fragment), header, out);
        }
    }

    private void linkService(LinkFunction function, Sink out) {
        String unit = LinkAddress.UNIT.of(header.outstation());
        String qualifier = LinkFrame.isBroadcast(header.destination) ? LinkAddress.BROADCAST : "";
        if (header.primary()) {
            Operation asked =
                    out.request(function).unit(unit).qualifier(qualifier).tell();
            pending.ask((long) header.source << 16 | header.destination, asked, out.time(), 0);
            return;
        }
        out.response(function).unit(unit);
        if (pending.take((long) header.destination << 16 | header.source)) {
            out.since(pending.time());
        }
        if (function.refuses()) {
            out.refused(function.code(), function.label());
        }
        out.tell();
    }

    private void countHeader(Sink out) {
        out.fact("dnp3", header.primary() ? "link.prifunc" : "link.secfunc", header.functionCode());
        out.fact("dnp3", "dst", header.destination);
        out.fact("dnp3", "src", header.source);
    }
}
