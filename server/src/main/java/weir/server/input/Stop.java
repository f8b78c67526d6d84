// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

/** Somebody's wish that a run ends before its input does. */
public interface Stop extends AutoCloseable {

    /** Asked after every frame. */
    boolean wished();

    /** What was seen is written down: whoever wished to stop need not wait any longer. */
    @Override
    void close();
}
