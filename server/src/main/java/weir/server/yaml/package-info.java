// SPDX-License-Identifier: Apache-2.0
/** Reads YAML that people write, so that every complaint names file, line and field. */
@NullMarked
package weir.server.yaml;

import org.jspecify.annotations.NullMarked;
