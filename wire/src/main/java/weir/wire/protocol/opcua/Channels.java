// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Opening of the channel that everything else goes through (OPC 10000-4, 5.6.2).
 *
 * <pre>
 * OpenSecureChannel  version u32 | 0 issue, 1 renew u32 | mode u32 | nonce | lifetime u32
 *                 -> version u32 | channel u32 | token u32 | time i64 | lifetime u32 | nonce
 * </pre>
 */
final class Channels implements ServiceSet {

    static final String POLICY = "policy";

    /** By renewal and mode: a channel in the clear must be seen to be one. */
    private static final String[][] WORDS = {
        {"issue invalid", "issue none", "issue sign", "issue sign_and_encrypt"},
        {"renew invalid", "renew none", "renew sign", "renew sign_and_encrypt"}
    };

    private final Exchange exchange;

    /** Name of the policy of the channel that is being opened. */
    private String policy = "";

    Channels(Exchange exchange) {
        this.exchange = exchange;
    }

    void opening(String name) {
        policy = name;
    }

    @Override
    public void request(UaService service, Cursor in, Sink out) {
        in.skip(4);
        int renewal = in.u32le() == 0 ? 0 : 1;
        long mode = in.u32le();
        Builtin.skipText(in);
        in.skip(4);
        String words = WORDS[renewal][mode < WORDS[renewal].length ? (int) mode : 0];
        exchange.ask(in, out.request(service).space(POLICY).symbol(policy).qualifier(words));
    }

    @Override
    public void response(UaService service, Cursor in, Sink out) {
        in.skip(24);
        Builtin.skipText(in);
    }
}
