// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Service;
import weir.wire.Sink;

/** How requests are remembered and answers refer to them: the same for all kinds of message. */
final class Exchange {

    private Exchange() {}

    /** An answer to all that was asked, each alike; where nothing is known to have been asked, one to the service. */
    static void answer(Service service, @Nullable Job job, String unit, int error, Sink out) {
        if (error == 0) {
            refuse(service, job, unit, 0, "", out);
        } else {
            refuse(service, job, unit, error, Errors.label(error), out);
        }
    }

    /** @param code 0 where it is done, not refused */
    static void refuse(Service service, @Nullable Job job, String unit, int code, String label, Sink out) {
        if (job == null || job.count() == 0) {
            end(out.response(service).unit(unit), code, label);
            return;
        }
        for (int i = 0; i < job.count(); i++) {
            Operation asked = job.operation(i);
            out.response(asked.service())
                    .like(asked)
                    .qualifier(asked.qualifier())
                    .since(job.time);
            end(out, code, label);
        }
    }

    private static void end(Sink out, int code, String label) {
        if (code != 0) {
            out.refused(code, label);
        }
        out.tell();
    }
}
