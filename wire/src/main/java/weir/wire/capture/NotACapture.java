// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.IOException;

/** An input that no frame can be read from; the message says what, where and what to do. */
public final class NotACapture extends IOException {

    NotACapture(String message) {
        super(message);
    }

    NotACapture(String message, IOException cause) {
        super(message, cause);
    }
}
