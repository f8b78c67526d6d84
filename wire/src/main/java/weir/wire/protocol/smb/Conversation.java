// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;

/** One connection to a file server, or what is announced in datagrams. */
final class Conversation implements Dialogue {

    private static final int ORIGINAL_SIZE = 4;

    private final SmbConnection connection = new SmbConnection();
    private final Smb2Messages version2 = new Smb2Messages(connection);
    private final Smb1Messages version1 = new Smb1Messages(connection);

    /** How much of a large message is yet to come, in each direction. */
    private final int[] left = new int[2];

    @Override
    public int frame(Cursor in, Direction way) {
        int rest = left[way.ordinal()];
        if (rest > 0) {
            return in.left() == 0 ? MORE : Math.min(rest, in.left());
        }
        int length = Framing.frame(in);
        return length > Framing.LARGE ? Framing.LARGE_HEAD : length;
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        boolean answer = switch (in.peek(4)) {
            case Framing.VERSION_2 -> in.peek(20) >= 0 && (in.peek(20) & 1) != 0;
            case Framing.VERSION_1 -> in.peek(13) >= 0 && (in.peek(13) & 0x80) != 0;
            default -> presumed == Direction.TO_CLIENT;
        };
        return answer ? Direction.TO_CLIENT : Direction.TO_SERVER;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int side = way.ordinal();
        if (left[side] > 0) {
            left[side] -= Math.min(in.left(), left[side]);
            connection.piece(in, way, out);
            return;
        }
        int kind = in.peek(0);
        if (kind >= 0x10 && kind <= 0x12) {
            datagram(in, way, out);
            return;
        }
        int there = in.left();
        int length = Framing.frame(in);
        boolean large = length > Framing.LARGE && there == Framing.LARGE_HEAD;
        if (length <= 0 || length > there && !large) {
            out.violation(length == LOST ? "bad_header" : "truncated", there);
            return;
        }
        connection.missing = length - there;
        left[side] = large ? length - there : 0;
        if (kind == 0) {
            in.skip(Framing.HEADER);
            read(in, length - Framing.HEADER, way, out);
        } else {
            session(kind, in, out);
        }
    }

    private void read(Cursor in, int length, Direction way, Sink out) {
        switch (in.peek(0)) {
            case Framing.VERSION_2 -> version2.message(in, way, out);
            case Framing.VERSION_1 -> version1.message(in, way, out);
            case Framing.ENCRYPTED -> out.notice(SmbService.ENCRYPTED).tell();
            default -> compressed(in, length, out);
        }
    }

    /** "SMB" after 0xfc | original size 4 | algorithm 2 | flags 2 | offset 4 (MS-SMB2 2.2.42). */
    private static void compressed(Cursor in, int length, Sink out) {
        in.skip(4 + ORIGINAL_SIZE);
        int algorithm = in.u16le();
        if (!in.ok()) {
            out.violation("malformed", length);
            return;
        }
        String word = switch (algorithm) {
            case 1 -> "lznt1";
            case 2 -> "lz77";
            case 3 -> "lz77_huffman";
            case 4 -> "pattern_v1";
            case 5 -> "lz4";
            default -> "";
        };
        out.notice(SmbService.COMPRESSED).qualifier(word).tell();
    }

    private static void session(int kind, Cursor in, Sink out) {
        switch (kind) {
            case Framing.SESSION_REQUEST ->
                out.request(SmbService.NETBIOS_SESSION).tell();
            case Framing.SESSION_ACCEPTED ->
                out.response(SmbService.NETBIOS_SESSION).tell();
            case Framing.SESSION_REFUSED -> {
                int reason = in.peek(4);
                out.response(SmbService.NETBIOS_SESSION)
                        .refused(reason, refusal(reason))
                        .tell();
            }
            case Framing.SESSION_RETARGET ->
                out.response(SmbService.NETBIOS_SESSION).qualifier("retarget").tell();
            default -> out.notice(SmbService.KEEP_ALIVE).tell();
        }
    }

    private static String refusal(int reason) {
        return switch (reason) {
            case 0x80 -> "not_listening_on_called_name";
            case 0x81 -> "not_listening_for_calling_name";
            case 0x82 -> "called_name_not_present";
            case 0x83 -> "insufficient_resources";
            default -> "unspecified_error";
        };
    }

    private void datagram(Cursor in, Direction way, Sink out) {
        int there = in.left();
        if (NetbiosDatagram.enter(in)) {
            connection.missing = 0;
            version1.message(in, way, out);
        } else {
            out.violation("truncated", there);
        }
    }

    @Override
    public void lost(Direction way) {
        left[way.ordinal()] = 0;
        connection.lost(way);
    }
}
