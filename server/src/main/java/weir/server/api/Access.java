// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import weir.server.identity.Permission;

/** Who may ask. */
public sealed interface Access {

    /** Also those of whom nothing is known. */
    record Anyone() implements Access {}

    /** All who have signed in. */
    record SignedIn() implements Access {}

    /** Those who have this permission. */
    record With(Permission permission) implements Access {}
}
