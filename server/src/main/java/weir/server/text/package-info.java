// SPDX-License-Identifier: Apache-2.0
/** Flat JSON objects: the form in which the server keeps its records. */
@NullMarked
package weir.server.text;

import org.jspecify.annotations.NullMarked;
