// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import weir.model.Service;
import weir.model.Verb;

/** What comes before the frames. */
enum Opening implements Service {
    PROTOCOL_HEADER;

    @Override
    public int code() {
        return 0;
    }

    @Override
    public Verb verb() {
        return Verb.SESSION;
    }
}
