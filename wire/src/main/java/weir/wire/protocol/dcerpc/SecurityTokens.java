// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Who reads the tokens with which the two ends of a connection prove who they are. They are those of NTLM, Kerberos and
 * their negotiation, and look the same in whatever protocol carries them.
 */
public interface SecurityTokens {

    /** Reads none. */
    SecurityTokens UNREAD = (provider, token, out) -> {};

    /**
     * One token, whole; sent by the source of the sink's sighting.
     *
     * @param provider the security provider (MS-RPCE 2.2.1.1.7): 9 negotiation, 10 NTLM, 16 Kerberos
     */
    void token(int provider, Cursor token, Sink out);
}
