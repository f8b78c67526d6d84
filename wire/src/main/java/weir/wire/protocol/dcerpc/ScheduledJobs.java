// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Sink;

/** Arguments of the old task scheduler (MS-TSCH 3.2.5.2, atsvc): which command is to run. */
final class ScheduledJobs implements StubReader {

    private static final int ADD = 0;

    /** Server name, by pointer | time 4 | days of month 4 | days of week 1 | flags 1 | 0 2 | command, by pointer. */
    @Override
    public void request(Call call, Ndr in, Sink out) {
        if (in.pointer()) {
            in.wide(out);
        }
        if (call.operation == ADD) {
            in.alignPointer();
            in.skip(12);
            if (in.pointer()) {
                call.name = in.wide(out);
            }
        }
    }
}
