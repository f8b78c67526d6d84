// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.model.Attribute;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Reads the tokens of NTLM (MS-NLMP 2.2.1), also inside those of the negotiation: who logs in from where, and what the
 * server says of itself. All numbers are little-endian; a field is {@code length 2 | most 2 | offset 4}.
 */
final class NtlmTokens implements SecurityTokens {

    /** "NTLMSSP" and 0. */
    private static final long SIGNATURE = 0x4e54_4c4d_5353_5000L;

    private static final int CHALLENGE = 2;
    private static final int PROOF = 3;
    /** How far into a negotiation token NTLM may begin. */
    private static final int FURTHEST = 128;

    private static final int UNICODE = 1;
    private static final int VERSION = 0x0200_0000;
    private static final String SOURCE = "NTLM challenge";

    private final Cursor message = new Cursor();
    private final Cursor pairs = new Cursor();
    private final Wording wording = new Wording();

    @Override
    public void token(int provider, Cursor token, Sink out) {
        for (int i = 0; i < FURTHEST && token.left() >= 12; i++) {
            if (token.peek32(0) == SIGNATURE >>> 32 && token.peek32(4) == (SIGNATURE & 0xffff_ffffL)) {
                message(message.wrap(token.bytes(), token.offset(), token.left()), out);
                return;
            }
            token.skip(1);
        }
    }

    private void message(Cursor in, Sink out) {
        in.skip(8);
        switch (in.i32le()) {
            case CHALLENGE -> challenge(in, out);
            case PROOF -> proof(in, out);
            default -> {}
        }
    }

    /** Target name 8 | flags 4 | challenge 8 | 0 8 | target information 8 | version: major 1, minor 1, build 2. */
    private void challenge(Cursor in, Sink out) {
        in.skip(8);
        int flags = in.i32le();
        in.skip(16);
        int length = in.u16le();
        in.skip(2);
        int offset = in.i32le();
        if ((flags & VERSION) != 0) {
            Wording version =
                    wording.begin().add("Windows ").number(in.u8()).add(".").number(in.u8());
            version.add(".").number(in.u16le());
            if (in.ok()) {
                out.identity(out.sender(), Attribute.SYSTEM, version.text(out), SOURCE, 4);
            }
        }
        in.seek(offset);
        in.slice(length, pairs);
        while (pairs.left() >= 4) {
            int kind = pairs.u16le();
            int size = pairs.u16le();
            Wording value = wording.begin().wide(pairs, Math.min(size, pairs.left()) / 2, true);
            if (kind == 1 && pairs.ok()) {
                out.identity(out.sender(), Attribute.NAME, value.text(out), SOURCE, 5);
            }
        }
    }

    /** LM answer 8 | NT answer 8 | domain 8 | user 8 | workstation 8 | key 8 | flags 4. */
    private void proof(Cursor in, Sink out) {
        in.skip(16);
        long domain = in.u64();
        long user = in.u64();
        long workstation = in.u64();
        in.skip(8);
        boolean unicode = (in.u32le() & UNICODE) != 0;
        if (!in.ok()) {
            out.violation("security_token_cut_short", in.read());
            return;
        }
        Wording name = wording.begin();
        field(in, domain, unicode, name);
        name.add(name.isEmpty() ? "" : "\\");
        field(in, user, unicode, name);
        out.login(out.server(""), name.text(out), "", Outcome.OPEN);
        field(in, workstation, unicode, name.begin());
        out.identity(out.sender(), Attribute.NAME, name.text(out), "NTLM proof", 4);
    }

    private static void field(Cursor in, long field, boolean unicode, Wording into) {
        int length = Short.toUnsignedInt(Short.reverseBytes((short) (field >>> 48)));
        in.seek(Integer.reverseBytes((int) field));
        if (unicode) {
            into.wide(in, Math.min(length, in.left()) / 2, true);
        } else {
            into.narrow(in, Math.min(length, in.left()));
        }
    }
}
