// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Cursor;
import weir.wire.Sink;

/** Arguments of DCOM activation (MS-DCOM 2.2.22, 3.1.2.5.2): the class of which an object is to be made. */
final class Activation implements StubReader {

    private static final int REMOTE_ACTIVATION = 0;
    private static final int REMOTE_GET_CLASS_OBJECT = 3;
    private static final int REMOTE_CREATE_INSTANCE = 4;

    private static final int OBJREF = 0x574f_454d;
    /** CLSID_InstantiationInfo: 000001ab-0000-0000-c000-000000000046. */
    private static final long INSTANTIATION = 0x0000_01ab_0000_0000L;

    /** Properties of an activation at most. */
    private static final int MOST = 16;

    @Override
    public void request(Call call, Ndr in, Sink out) {
        if (!in.littleEndian() || !OrpcHeader.skip(in)) {
            return;
        }
        switch (call.operation) {
            case REMOTE_ACTIVATION -> call.name = classId(in, out);
            case REMOTE_GET_CLASS_OBJECT -> call.name = properties(in, out);
            case REMOTE_CREATE_INSTANCE -> {
                if (!in.pointer()) {
                    call.name = properties(in, out);
                }
            }
            default -> {}
        }
    }

    /**
     * Pointer | most | count 4 | "MEOW" 4 | flags 4 | interface 16 | class 16 | extension 4 | reserved 4 | size 4 | reserved 4 |
     * header: {@code serialization 16 | total 4 | header size 4 | 8 | count 4 | class 16 | pointers 12 | classes | sizes} |
     * properties.
     */
    private static String properties(Ndr arguments, Sink out) {
        arguments.pointer();
        arguments.size();
        arguments.u32();
        Cursor in = arguments.raw();
        if (in.u32le() != OBJREF) {
            return "";
        }
        in.skip(4 + 16 + 16 + 8 + 8);
        int header = in.read();
        in.skip(16 + 4);
        int size = in.i32le();
        in.skip(8);
        int count = in.i32le();
        in.skip(16 + 12 + 4);
        if (count <= 0 || count > MOST || size <= 0) {
            return "";
        }
        int wanted = -1;
        for (int i = 0; i < count; i++) {
            if (Uuid.high(in, true) == INSTANTIATION) {
                wanted = i;
            }
            in.skip(8);
        }
        in.skip(4);
        long before = size;
        for (int i = 0; i < wanted; i++) {
            before += in.u32le();
        }
        if (wanted < 0 || before > 1 << 16) {
            return "";
        }
        in.seek(header + (int) before + 16);
        return classId(arguments, out);
    }

    private static String classId(Ndr arguments, Sink out) {
        Cursor in = arguments.raw();
        long high = Uuid.high(in, true);
        long low = in.u64();
        if (!in.ok()) {
            return "";
        }
        return switch ((int) (high >>> 32)) {
            case 0x8bc3_f05e -> "WbemLevel1Login";
            case 0x49b2_791a -> "MMC20.Application";
            case 0x9ba0_5972 -> "ShellWindows";
            case 0xc08a_fd90 -> "ShellBrowserWindow";
            case 0x0f87_369f -> "TaskScheduler";
            case 0x1348_6d51 -> "OpcEnum";
            default -> arguments.wording().uuid(high, low).text(out);
        };
    }
}
