// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import java.io.IOException;

/** An interface that cannot be listened to; the message says which, why and what to do. */
public final class CannotListen extends IOException {

    CannotListen(String message) {
        super(message);
    }
}
