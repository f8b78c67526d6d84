// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Sink;

/**
 * Arguments of netlogon (MS-NRPC 3.5.4.4): whose secure channel it is. A client that chooses zeros for its challenge and
 * its proof hopes to be let in without a password (CVE-2020-1472).
 */
final class Netlogon implements StubReader {

    private static final int CHALLENGE = 4;
    private static final int AUTHENTICATE = 5;
    private static final int PASSWORD_SET = 6;
    private static final int AUTHENTICATE2 = 15;
    private static final int AUTHENTICATE3 = 26;
    private static final int DOMAIN_INFO = 29;
    private static final int PASSWORD_SET2 = 30;

    @Override
    public void request(Call call, Ndr in, Sink out) {
        switch (call.operation) {
            case CHALLENGE -> {
                server(in, out);
                call.name = in.wide(out);
                zeros(in, "zero_client_challenge", out);
            }
            case AUTHENTICATE, AUTHENTICATE2, AUTHENTICATE3 -> {
                account(call, in, out);
                zeros(in, "zero_client_credential", out);
            }
            case PASSWORD_SET, PASSWORD_SET2 -> account(call, in, out);
            case DOMAIN_INFO -> {
                in.wide(out);
                if (in.pointer()) {
                    call.name = in.wide(out);
                }
            }
            default -> {}
        }
    }

    private static void server(Ndr in, Sink out) {
        if (in.pointer()) {
            in.wide(out);
        }
    }

    /** Server, by pointer | account | type of channel 2 | computer. */
    private static void account(Call call, Ndr in, Sink out) {
        server(in, out);
        call.name = in.wide(out);
        in.choice();
        in.wide(out);
    }

    private static void zeros(Ndr in, String name, Sink out) {
        if (in.raw().u64() == 0 && in.ok()) {
            out.violation(name, 0);
        }
    }
}
