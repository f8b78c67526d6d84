// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.model.Service;
import weir.model.Verb;

/**
 * One operation of an interface as a service.
 *
 * @param name interface and operation in one word: {@code svcctl_create_service_w}
 */
record RpcOperation(String name, int code, Verb verb) implements Service {

    private static final RpcOperation[] UNLISTED = unlisted();
    private static final RpcOperation BEYOND = new RpcOperation("call", UNLISTED.length, Verb.OTHER);

    private static RpcOperation[] unlisted() {
        RpcOperation[] made = new RpcOperation[256];
        for (int i = 0; i < made.length; i++) {
            made[i] = new RpcOperation("call_" + i, i, Verb.OTHER);
        }
        return made;
    }

    /** Of an interface that is not known, told by its number alone. */
    static RpcOperation unlisted(int number) {
        return number < UNLISTED.length ? UNLISTED[number] : BEYOND;
    }

    @Override
    public String label() {
        return name;
    }
}
