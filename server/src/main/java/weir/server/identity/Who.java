// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.util.Set;

/** Somebody who proved who they are. */
public record Who(String id, String name, Set<Permission> permissions) {}
