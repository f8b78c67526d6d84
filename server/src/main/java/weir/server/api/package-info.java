// SPDX-License-Identifier: Apache-2.0
/** What the server answers over HTTP; the contract is the OpenAPI document beside this package. */
@NullMarked
package weir.server.api;

import org.jspecify.annotations.NullMarked;
