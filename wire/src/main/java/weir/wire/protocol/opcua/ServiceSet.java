// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.wire.Cursor;
import weir.wire.Sink;

/** Services that belong together (OPC 10000-4, clause 5): how their parameters, behind the header, are read. */
interface ServiceSet {

    /** Tells each object asked for by {@link Exchange#ask}; where there is none, the request is told without. */
    void request(UaService service, Cursor in, Sink out);

    /** Tells each object of an answer that is no refusal by {@link Exchange#answer}; where there is none, as above. */
    void response(UaService service, Cursor in, Sink out);
}
