// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.gss;

import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.kerberos.KerberosMessage;
import weir.wire.protocol.ntlm.NtlmMessage;

/**
 * The tokens with which the two ends of a connection prove who they are (RFC 2743): of NTLM and Kerberos, bare or inside
 * their negotiation (RFC 4178). They look the same in whatever protocol carries them.
 */
public final class SecurityTokens {

    /** How far into a token that of the mechanism may begin. */
    private static final int FURTHEST = 256;

    private final NtlmMessage ntlm = new NtlmMessage();
    private final KerberosMessage kerberos = new KerberosMessage();
    private String user = "";
    private String mechanism = "";
    private boolean proof;

    /** Reads one token, whole, sent by the source of the sink's sighting; tells what the ends say of themselves. */
    public void token(Cursor token, Sink out) {
        proof = false;
        for (int i = 0; i < FURTHEST && token.left() >= 12; i++) {
            if (NtlmMessage.begins(token, 0)) {
                ntlm.read(token, out);
                mechanism = "ntlm";
                proof = ntlm.proves();
                user = proof ? ntlm.user() : "";
                return;
            }
            if (KerberosMessage.begins(token, 0)) {
                kerberos(token, out);
                return;
            }
            token.skip(1);
        }
    }

    private void kerberos(Cursor token, Sink out) {
        if (kerberos.read(token, out)) {
            mechanism = "kerberos";
            proof = kerberos.proves();
            user = "";
        }
    }

    /** Whether the token last read is somebody's proof; what came of it the protocol around it knows. */
    public boolean proves() {
        return proof;
    }

    /** Whose proof was last read, or "" where it does not say. */
    public String user() {
        return user;
    }

    /** What the token last read belongs to: "ntlm", "kerberos" or "". */
    public String mechanism() {
        return mechanism;
    }

    /** What was proven is dealt with. */
    public void forget() {
        proof = false;
        user = "";
        mechanism = "";
    }
}
