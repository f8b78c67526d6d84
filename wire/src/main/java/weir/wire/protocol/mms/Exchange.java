// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import weir.model.Service;
import weir.model.Verb;

/** What is no confirmed service: the association itself, and what is told unasked (ISO 9506-2 clause 7, MMSpdu). */
enum Exchange implements Service {
    INITIATE(8, Verb.SESSION),
    CONCLUDE(11, Verb.SESSION),
    CANCEL(5, Verb.SESSION),
    /** Release of the association. */
    RELEASE(100, Verb.SESSION),
    /** The association ends at once. */
    ABORT(101, Verb.SESSION),
    REJECT(4, Verb.SESSION),
    /** The refusal of a service that was asked for unseen. */
    CONFIRMED(2, Verb.OTHER),
    INFORMATION_REPORT(200, Verb.READ),
    UNSOLICITED_STATUS(201, Verb.DIAGNOSE),
    EVENT_NOTIFICATION(202, Verb.ALARM),
    /** How a control that was carried out ended (IEC 61850-8-1 clause 20.9). */
    COMMAND_TERMINATION(203, Verb.CONTROL),
    /** Why a control was not carried out (LastApplError). */
    CONTROL_ERROR(204, Verb.CONTROL);

    private final int code;
    private final Verb verb;

    Exchange(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
