// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ike;

import java.util.HexFormat;
import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Rows;
import weir.wire.Sink;

/**
 * The payloads of a message as far as they are in the clear (RFC 2408, 3.2; RFC 7296, 3.2).
 *
 * <pre>
 * next payload u8 | flags u8 | length u16, all counted | data
 * notice, version 1   domain u32 | protocol u8 | length of the id u8 | type u16 | id | data
 * notice, version 2                protocol u8 | length of the id u8 | type u16 | id | data
 * identification      type u8 | 3 | data
 * </pre>
 */
final class Payloads {

    private static final NamedCodes NOTICES = new NamedCodes("ike/notices", "notice_");
    private static final Maker[] MAKERS = Rows.of("ike/vendors").stream()
            .map(row -> new Maker(HexFormat.of().parseHex(row[0]), row[1]))
            .toArray(Maker[]::new);
    private static final int MOST = 64;
    private static final int ERRORS = 16_384;
    private static final int HEADER = 4;
    private static final int FULLY_QUALIFIED_NAME = 2;
    private static final int USER_AT_NAME = 3;

    private record Maker(byte[] id, String product) {}

    private final Cursor payload = new Cursor();
    private final Proposals proposals = new Proposals();
    /** Number of the first error, or else notice, of the message; 0 for none. */
    int notice;

    boolean encrypted;
    String offer = "";

    /** Reads all; false where a length is wrong. */
    boolean read(int first, int version, Cursor in, Sink out) {
        notice = 0;
        encrypted = false;
        offer = "";
        int type = first;
        for (int i = 0; i < MOST && type != 0; i++) {
            int next = in.u8();
            in.skip(1);
            in.slice(in.u16() - HEADER, payload);
            if (!in.ok()) {
                return false;
            }
            if (type == 46 || type == 53) {
                encrypted = true;
                return true;
            }
            payload(type, version, out);
            type = next;
        }
        return true;
    }

    /** Nothing of the message can be read. */
    void forget() {
        notice = 0;
        encrypted = true;
        offer = "";
    }

    private void payload(int type, int version, Sink out) {
        switch (type) {
            case 1 -> offer(proposals.first(payload, out));
            case 33 -> offer(proposals.second(payload, out));
            case 5 -> identification(out);
            case 11, 41 -> {
                payload.skip(version == 1 ? 5 : 1);
                payload.skip(1);
                int code = payload.u16();
                if (payload.ok() && (notice == 0 || notice >= ERRORS && code < ERRORS)) {
                    notice = code;
                }
            }
            case 13, 43 -> vendor(out);
            default -> {}
        }
    }

    private void offer(String text) {
        if (offer.isEmpty()) {
            offer = text;
        }
    }

    boolean isRefusal() {
        return notice > 0 && notice < ERRORS;
    }

    String noticeName() {
        return notice == 0 ? "" : NOTICES.of(notice);
    }

    /** In aggressive mode it is said in the clear who asks. */
    private void identification(Sink out) {
        int type = payload.u8();
        payload.skip(3);
        if (type == FULLY_QUALIFIED_NAME || type == USER_AT_NAME) {
            out.identity(out.sender(), Attribute.NAME, out.text(payload, payload.left()), "Identification", 4);
        }
    }

    private void vendor(Sink out) {
        for (Maker maker : MAKERS) {
            if (begins(maker.id)) {
                out.identity(out.sender(), Attribute.SOFTWARE, maker.product, "Vendor ID", 3);
                return;
            }
        }
    }

    private boolean begins(byte[] id) {
        for (int i = 0; i < id.length; i++) {
            if (payload.peek(i) != (id[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
