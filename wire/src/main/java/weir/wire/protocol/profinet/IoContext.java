// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.wire.protocol.dcerpc.RpcUser;

/**
 * PROFINET's connection set-up and acyclic services (IEC 61158-6-10 clause 5): calls without a connection to the
 * interfaces of device, controller, supervisor and parameter server, first to UDP port 34964, then wherever they answer
 * from.
 */
public final class IoContext implements RpcUser {

    /** Interfaces are dea0000N-6c97-11d1-8271-00a02442df7d. */
    private static final long FIRST = 0xdea0_0001_6c97_11d1L;

    private static final long LAST = 0xdea0_0004_6c97_11d1L;
    private static final long NODE = 0x8271_00a0_2442_df7dL;

    @Override
    public String name() {
        return "profinet_io";
    }

    @Override
    public boolean serves(long high, long low) {
        return low == NODE && high >= FIRST && high <= LAST && (int) high == (int) FIRST;
    }

    @Override
    public Reader open() {
        return new ContextManager();
    }
}
