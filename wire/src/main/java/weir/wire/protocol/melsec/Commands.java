// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import org.jspecify.annotations.Nullable;
import weir.wire.Vocabulary;

/** The commands of SLMP, and those of the MELSOFT tools. */
final class Commands {

    static final int READ_TYPE_NAME = 0x0101;
    static final int BATCH_READ = 0x0401;
    static final int RANDOM_READ = 0x0403;
    static final int BLOCK_READ = 0x0406;
    static final int MONITOR = 0x0802;
    static final int READ_TYPE_NAME_EXTENDED = 0x0121;
    static final int FILE_OPEN = 0x1867;
    static final int FILE_READ = 0x1868;
    static final int FILE_WRITE = 0x1869;
    static final int FILE_CLOSE = 0x186a;

    private static final Vocabulary SLMP = new Vocabulary("melsec/commands", "command_");
    static final Vocabulary TOOLS = new Vocabulary("melsec/melsoft", "melsoft_command_");

    private Commands() {}

    static Vocabulary.@Nullable Listed of(int code) {
        return SLMP.of(code);
    }

    static weir.model.Service service(int code) {
        return SLMP.service(code);
    }
}
