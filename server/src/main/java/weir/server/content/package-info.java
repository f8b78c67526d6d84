// SPDX-License-Identifier: Apache-2.0
/** Reads what others wrote to be looked for: indicators, Sigma rules, Suricata rules. */
@NullMarked
package weir.server.content;

import org.jspecify.annotations.NullMarked;
