// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.io.IOException;
import java.util.Optional;

/** A server that knows people by name and password. */
@FunctionalInterface
public interface Directory {

    /** No directory. */
    Directory NONE = (name, password) -> Optional.empty();

    /** Nobody where the password is wrong. */
    Optional<Outside> bind(String name, String password) throws IOException;
}
