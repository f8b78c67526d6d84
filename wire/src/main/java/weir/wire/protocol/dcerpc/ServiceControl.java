// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Sink;

/** Arguments of service control (MS-SCMR 3.1.4): which service, and which program it is to run. */
final class ServiceControl implements StubReader {

    private static final int CHANGE_CONFIG = 11;
    private static final int CREATE = 12;
    private static final int OPEN_MANAGER = 15;
    private static final int OPEN = 16;
    /** Operations 22 to 33 are 10 to 21 with octets for characters. */
    private static final int NARROW = 12;

    private static final int NARROW_FIRST = 22;
    private static final int NARROW_LAST = 33;

    @Override
    public void request(Call call, Ndr in, Sink out) {
        boolean narrow = call.operation >= NARROW_FIRST && call.operation <= NARROW_LAST;
        switch (narrow ? call.operation - NARROW : call.operation) {
            case CREATE -> create(call, in, narrow, out);
            case OPEN -> {
                in.skip(20);
                call.name = text(in, narrow, out);
            }
            case CHANGE_CONFIG -> {
                call.name = call.handles.name(in.handle());
                in.skip(12);
                if (in.pointer()) {
                    call.word = text(in, narrow, out);
                }
            }
            case OPEN_MANAGER -> {}
            default -> call.name = call.handles.name(in.handle());
        }
    }

    /** Manager handle 20 | name | display name, by pointer | access, type, start, error control 4 each | program. */
    private static void create(Call call, Ndr in, boolean narrow, Sink out) {
        in.skip(20);
        call.name = text(in, narrow, out);
        if (in.pointer()) {
            text(in, narrow, out);
        }
        in.align(4);
        in.skip(16);
        call.word = text(in, narrow, out);
    }

    private static String text(Ndr in, boolean narrow, Sink out) {
        return narrow ? in.narrow(out) : in.wide(out);
    }

    /** Creating and opening give a handle, the former behind a tag. */
    @Override
    public void response(Call call, Ndr in, Sink out) {
        boolean narrow = call.operation >= NARROW_FIRST && call.operation <= NARROW_LAST;
        int operation = narrow ? call.operation - NARROW : call.operation;
        if (operation != CREATE && operation != OPEN) {
            return;
        }
        if (operation == CREATE && in.pointer()) {
            in.skip(4);
        }
        long handle = in.handle();
        if (in.ok() && handle != 0) {
            call.handles.name(handle, call.name);
        }
    }
}
