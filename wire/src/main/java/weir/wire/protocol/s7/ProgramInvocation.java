// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Rows;

/**
 * One of the services behind function 0x28, which starts them by name.
 *
 * @param service function 0x28 with the verb of this one
 * @param object which of its text parameters, from 1, names what it touches; 0 for none
 */
record ProgramInvocation(String name, Service service, int object) {

    private static final Map<String, ProgramInvocation> BY_NAME = new HashMap<>();

    static {
        Map<Verb, Service> services = new HashMap<>();
        services.put(Verb.CONTROL, Function.PI_SERVICE);
        for (String[] row : Rows.of("s7/program_invocations")) {
            Service service = services.computeIfAbsent(
                    Verb.valueOf(row[1]),
                    verb -> new Service.Unlisted(Function.PI_SERVICE.label(), Function.PI_SERVICE.code(), verb));
            BY_NAME.put(row[0], new ProgramInvocation(row[0], service, Integer.parseInt(row[2])));
        }
    }

    /** Null where the name is of none known. */
    static @Nullable ProgramInvocation of(String name) {
        return BY_NAME.get(name);
    }

    /** Whether its parameters are a list of blocks. */
    boolean takesBlocks() {
        return name.equals("_INSE") || name.equals("_INS2") || name.equals("_DELE");
    }

    /** Whether its second parameter is a password. */
    boolean isLogin() {
        return name.equals("_N_LOGIN_");
    }
}
