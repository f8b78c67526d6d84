// SPDX-License-Identifier: Apache-2.0
/** Passkeys (WebAuthn level 2): keys in the devices of people, in place of passwords. */
@NullMarked
package weir.server.identity.passkey;

import org.jspecify.annotations.NullMarked;
