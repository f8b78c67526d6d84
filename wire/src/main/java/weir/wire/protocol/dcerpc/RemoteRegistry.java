// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Sink;

/** Arguments of the remote registry (MS-RRP 3.1.5): which key, which value. */
final class RemoteRegistry implements StubReader {

    private static final int CREATE_KEY = 6;
    private static final int DELETE_KEY = 7;
    private static final int DELETE_VALUE = 8;
    private static final int LOAD_KEY = 13;
    private static final int OPEN_KEY = 15;
    private static final int QUERY_VALUE = 17;
    private static final int SAVE_KEY = 20;
    private static final int SET_VALUE = 22;
    private static final int DELETE_KEY_EX = 35;

    @Override
    public void request(Call call, Ndr in, Sink out) {
        String hive = hive(call.operation);
        if (!hive.isEmpty()) {
            call.name = hive;
            return;
        }
        if (call.operation >= 24 && call.operation <= 30) {
            return;
        }
        call.name = call.handles.name(in.handle());
        switch (call.operation) {
            case CREATE_KEY, DELETE_KEY, LOAD_KEY, OPEN_KEY, DELETE_KEY_EX -> call.name = below(call.name, in, out);
            case DELETE_VALUE, QUERY_VALUE, SET_VALUE, SAVE_KEY -> call.word = below("", in, out);
            default -> {}
        }
    }

    private static String hive(int operation) {
        return switch (operation) {
            case 0 -> "HKCR";
            case 1 -> "HKCU";
            case 2 -> "HKLM";
            case 3 -> "HKPD";
            case 4 -> "HKU";
            case 27 -> "HKCC";
            case 28 -> "HKDD";
            case 32 -> "HKPT";
            case 33 -> "HKPN";
            default -> "";
        };
    }

    /** Length 2 | most 2 | pointer 4 | string. */
    private static String below(String key, Ndr in, Sink out) {
        in.alignPointer();
        in.skip(4);
        if (!in.pointer()) {
            return key;
        }
        return key.isEmpty() ? in.wide(out) : in.wide(key, '\\', out);
    }

    @Override
    public void response(Call call, Ndr in, Sink out) {
        if (!hive(call.operation).isEmpty() || call.operation == OPEN_KEY || call.operation == CREATE_KEY) {
            long handle = in.handle();
            if (in.ok() && handle != 0) {
                call.handles.name(handle, call.name);
            }
        }
    }
}
