// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Sink;

/** Arguments of Windows management (MS-WMI 3.1.4.3): the object and the method, or the query. */
final class Management implements StubReader {

    private static final int OPEN_NAMESPACE = 3;
    private static final int GET_OBJECT = 6;
    private static final int DELETE_CLASS = 10;
    private static final int DELETE_INSTANCE = 16;
    private static final int EXEC_QUERY = 20;
    private static final int EXEC_METHOD_ASYNC = 25;

    @Override
    public void request(Call call, Ndr in, Sink out) {
        if (!OrpcHeader.skip(in)) {
            return;
        }
        if (call.operation >= EXEC_QUERY && call.operation <= EXEC_METHOD_ASYNC) {
            call.name = text(in, out);
            call.word = text(in, out);
            return;
        }
        switch (call.operation) {
            case OPEN_NAMESPACE,
                    GET_OBJECT,
                    GET_OBJECT + 1,
                    DELETE_CLASS,
                    DELETE_CLASS + 1,
                    DELETE_INSTANCE,
                    DELETE_INSTANCE + 1 -> call.name = text(in, out);
            default -> {}
        }
    }

    private static String text(Ndr in, Sink out) {
        return in.pointer() ? in.counted(out) : "";
    }
}
