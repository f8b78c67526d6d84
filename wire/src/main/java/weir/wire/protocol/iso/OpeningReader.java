// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/** A reader of user data that also reads the opening of the connection, where its protocol puts words of its own. */
public interface OpeningReader {

    /** @param parameters what stands behind the class in a connect request or confirm */
    void opening(Cursor parameters, Direction way, Sink out);
}
