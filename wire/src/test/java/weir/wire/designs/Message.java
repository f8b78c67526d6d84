// SPDX-License-Identifier: Apache-2.0
package weir.wire.designs;

import java.util.List;

/** What a {@link PushDecoder} hands over: immutable, and made anew each time. */
sealed interface Message {

    record ModbusRequest(int transaction, int unit, int function, int address, int count) implements Message {}

    /** Address is -1 where it answers a read whose request was not seen. */
    record ModbusResponse(int transaction, int unit, int function, int address, int count) implements Message {}

    record ModbusRefusal(int transaction, int unit, int function, int address, int count, int reason)
            implements Message {}

    record Dnp3Request(int outstation, int function, List<Dnp3Objects> objects) implements Message {}

    /** Function is that of the request, or its own where that was not seen. */
    record Dnp3Response(int outstation, int function, int indications, List<Dnp3Objects> objects) implements Message {}

    record Malformed(String name, long detail) implements Message {}

    /** One object header; first is -1 where it names no range. */
    record Dnp3Objects(int group, int variation, long first, long count) {}
}
