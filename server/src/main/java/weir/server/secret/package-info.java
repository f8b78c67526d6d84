// SPDX-License-Identifier: Apache-2.0
/** What must not be known: the key file, secrets sealed under it, random texts and their fingerprints. */
@NullMarked
package weir.server.secret;

import org.jspecify.annotations.NullMarked;
