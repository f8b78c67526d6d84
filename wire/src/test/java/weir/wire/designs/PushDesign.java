// SPDX-License-Identifier: Apache-2.0
package weir.wire.designs;

import org.jspecify.annotations.Nullable;
import weir.wire.Direction;
import weir.wire.designs.Message.ModbusRequest;

/** Design B: the two decoders of a conversation, which share the requests that wait. */
record PushDesign(PushDecoder toServer, PushDecoder toClient) {

    static PushDesign modbus() {
        @Nullable ModbusRequest[] waiting = new @Nullable ModbusRequest[ModbusPush.WAITING];
        return new PushDesign(new ModbusPush(true, waiting), new ModbusPush(false, waiting));
    }

    static PushDesign dnp3() {
        int[] asked = new int[16];
        return new PushDesign(new Dnp3Push(asked), new Dnp3Push(asked));
    }

    PushDecoder of(Direction way) {
        return way == Direction.TO_SERVER ? toServer : toClient;
    }
}
