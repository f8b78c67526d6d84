// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Sink;

/** Arguments of the task scheduler (MS-TSCH 3.2.5.4, ITaskSchedulerService): the path of the task comes first. */
final class ScheduledTasks implements StubReader {

    private static final int REGISTER = 1;
    private static final int INSTANCE_FIRST = 8;
    private static final int INSTANCE_LAST = 10;

    @Override
    public void request(Call call, Ndr in, Sink out) {
        boolean byPointer = call.operation == REGISTER;
        boolean named = call.operation > 0 && (call.operation < INSTANCE_FIRST || call.operation > INSTANCE_LAST);
        if (named && (!byPointer || in.pointer())) {
            call.name = in.wide(out);
        }
    }
}
