// SPDX-License-Identifier: Apache-2.0
package weir.wire.designs;

import java.util.function.Consumer;

/** Design B: one direction of one conversation, given bytes as they come. It keeps what is not yet a whole message. */
interface PushDecoder {

    void feed(byte[] data, int offset, int length, Consumer<Message> out);

    /** Bytes were lost: what was begun will not be ended. */
    void lost();
}
