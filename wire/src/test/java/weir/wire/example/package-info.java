// SPDX-License-Identifier: Apache-2.0
/** The worked example of docs/adding-a-protocol.md. */
@NullMarked
package weir.wire.example;

import org.jspecify.annotations.NullMarked;
