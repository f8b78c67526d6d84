// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tristation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.wire.NamedCodes;
import weir.wire.Rows;
import weir.wire.Vocabulary;

/** The commands, which answer belongs to which, and why one is rejected. */
final class Commands {

    static final int GET_CP_STATUS = 19;
    static final int GET_CHASSIS_STATUS = 24;
    static final int ATTACH = 13;
    static final int GET_MODULE_VERSIONS = 54;
    static final int UPLOAD_PROGRAM = 65;
    static final int UPLOAD_FUNCTION = 66;

    /** An answer that says why in its data. */
    static final int REJECTED = 100;

    private static final Vocabulary ALL = new Vocabulary("tristation/commands", "command_");
    private static final NamedCodes REJECTIONS = new NamedCodes("tristation/rejections", "rejection_");
    private static final int[] ANSWERED = new int[256];

    static {
        Arrays.fill(ANSWERED, -1);
        for (String[] row : Rows.of("tristation/answers")) {
            ANSWERED[Integer.parseInt(row[0])] = Integer.parseInt(row[1]);
        }
    }

    private Commands() {}

    static Vocabulary.@Nullable Listed listed(int code) {
        return ALL.of(code);
    }

    static Service service(int code) {
        return ALL.service(code);
    }

    /** The service that an answer is of; one of its own where that is not known. */
    static Service answered(int answer) {
        return ALL.service(ANSWERED[answer] < 0 ? answer : ANSWERED[answer]);
    }

    static boolean isAnswer(int code) {
        return ANSWERED[code] >= 0;
    }

    /** Whether the code of an answer is itself the reason of a rejection. */
    static boolean isRejection(int code) {
        return REJECTIONS.has(code);
    }

    static String rejection(int code) {
        return REJECTIONS.of(code);
    }
}
