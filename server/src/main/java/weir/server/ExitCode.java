// SPDX-License-Identifier: Apache-2.0
package weir.server;

/** How a command ended, as its exit status. */
public final class ExitCode {

    public static final int DONE = 0;
    /** The input is damaged or cut: everything before the damage was used. */
    public static final int DAMAGED = 1;
    /** Wrong arguments. */
    public static final int USAGE = 2;
    /** The input cannot be read, or is no capture. */
    public static final int NO_INPUT = 3;
    /** The output cannot be written. */
    public static final int NO_OUTPUT = 4;
    /** Weir itself failed: more memory is needed, or it has a defect. */
    public static final int FAILED = 70;
    /** Stopped by the user: what was seen until then was written. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
