// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ntlm;

import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;
import weir.wire.protocol.WideText;

/**
 * A message of NTLM (MS-NLMP 2.2.1). All numbers are little-endian; a field is {@code length 2 | most 2 | offset 4} and
 * points behind what is shown here.
 *
 * <pre>
 * "NTLMSSP" 0 | 1 | flags 4 | domain 8 | workstation 8 | version 8                                        negotiation
 * "NTLMSSP" 0 | 2 | target 8 | flags 4 | challenge 8 | 0 8 | target information 8 | version 8             challenge
 * "NTLMSSP" 0 | 3 | LM 8 | NT 8 | domain 8 | user 8 | workstation 8 | key 8 | flags 4 | version 8         proof
 * version              major 1 | minor 1 | build 2 | 0 3 | revision 1
 * target information   pairs of kind 2 | length 2 | value
 * </pre>
 */
public final class NtlmMessage {

    /** "NTLMSSP" and 0. */
    private static final long SIGNATURE = 0x4e54_4c4d_5353_5000L;

    private static final int NEGOTIATION = 1;
    private static final int CHALLENGE = 2;
    private static final int PROOF = 3;

    private static final int UNICODE = 1;
    private static final int VERSION = 0x0200_0000;
    /** Octets in which the major, minor and build numbers of Windows stand. */
    private static final int VERSION_SIZE = 4;

    /** Octets of a proof with a version; some leave it out although their flags promise it. */
    private static final int VERSIONED_PROOF = 72;

    private static final int COMPUTER = 1;
    private static final int DNS_COMPUTER = 3;
    private static final String CHALLENGE_SOURCE = "NTLM challenge";
    private static final String PROOF_SOURCE = "NTLM proof";

    private final Cursor message = new Cursor();
    private final Cursor pairs = new Cursor();
    private final Phrase phrase = new Phrase();
    private int kind;
    private String user = "";

    /** Whether a message begins here. */
    public static boolean begins(Cursor in, int distance) {
        return in.peek32(distance) == SIGNATURE >>> 32 && in.peek32(distance + 4) == (SIGNATURE & 0xffff_ffffL);
    }

    /** Reads a message, sent by the source of the sink's sighting, and tells what the two ends say of themselves. */
    public void read(Cursor in, Sink out) {
        message.wrap(in.bytes(), in.offset(), in.left());
        message.skip(8);
        kind = message.i32le();
        if (!message.ok()) {
            return;
        }
        out.factHex("ntlmssp", "msg", kind, 8);
        switch (kind) {
            case NEGOTIATION -> {
                boolean versioned = (message.i32le() & VERSION) != 0;
                message.skip(16);
                version(versioned, "NTLM negotiation", out);
            }
            case CHALLENGE -> challenge(out);
            case PROOF -> proof(out);
            default -> out.violation("unknown_ntlm_message", kind);
        }
    }

    /** Whether the message last read proves who somebody is. */
    public boolean proves() {
        return kind == PROOF;
    }

    /** Whose proof was last read: {@code DOMAIN\\user}. */
    public String user() {
        return user;
    }

    private void version(boolean versioned, String source, Sink out) {
        if (!versioned || message.left() < VERSION_SIZE) {
            return;
        }
        int major = message.u8();
        int minor = message.u8();
        int build = message.u16le();
        if (major != 0) {
            phrase.begin().add("Windows ").decimal(major).add('.').decimal(minor);
            out.identity(
                    out.sender(),
                    Attribute.SYSTEM,
                    phrase.add('.').decimal(build).take(out),
                    source,
                    4);
        }
    }

    private void challenge(Sink out) {
        message.skip(8);
        int flags = message.i32le();
        message.skip(16);
        long information = message.u64();
        if (!message.ok()) {
            out.violation("security_token_cut_short", message.read());
            return;
        }
        version((flags & VERSION) != 0, CHALLENGE_SOURCE, out);
        message.seek(offset(information));
        message.slice(length(information), pairs);
        while (pairs.left() >= 4) {
            int what = pairs.u16le();
            String value = WideText.read(phrase, pairs, pairs.u16le(), out);
            boolean names = what == COMPUTER || what == DNS_COMPUTER && value.indexOf('.') > 0;
            if (pairs.ok() && names) {
                out.identity(out.sender(), Attribute.NAME, value, CHALLENGE_SOURCE, what == COMPUTER ? 5 : 4);
            }
        }
    }

    private void proof(Sink out) {
        message.skip(8);
        long answer = message.u64();
        long domain = message.u64();
        long name = message.u64();
        long workstation = message.u64();
        message.skip(8);
        int flags = message.i32le();
        if (!message.ok()) {
            kind = 0;
            out.violation("security_token_cut_short", message.read());
            return;
        }
        version((flags & VERSION) != 0 && offset(domain) >= VERSIONED_PROOF, PROOF_SOURCE, out);
        boolean unicode = (flags & UNICODE) != 0;
        phrase.begin();
        if (length(name) > 0) {
            field(domain, unicode);
            phrase.add(phrase.isEmpty() ? "" : "\\");
            field(name, unicode);
        }
        user = phrase.isEmpty() && length(answer) == 0 ? "anonymous" : phrase.take(out);
        phrase.begin();
        field(workstation, unicode);
        out.identity(out.sender(), Attribute.NAME, phrase.take(out), PROOF_SOURCE, 4);
    }

    private void field(long field, boolean unicode) {
        message.seek(offset(field));
        int size = Math.min(length(field), message.left());
        if (unicode) {
            WideText.add(phrase, message, size);
        } else {
            phrase.add(message, size);
        }
    }

    private static int length(long field) {
        return Short.toUnsignedInt(Short.reverseBytes((short) (field >>> 48)));
    }

    private static int offset(long field) {
        return Integer.reverseBytes((int) field);
    }
}
