// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

/** Somebody's wish that a run ends before its input does. */
@FunctionalInterface
public interface Stop {

    /** Asked after every frame. */
    boolean wished();
}
