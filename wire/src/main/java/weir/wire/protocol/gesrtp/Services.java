// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.gesrtp;

import weir.model.Service;
import weir.model.Verb;
import weir.wire.Vocabulary;

/** The services, and the opening of a connection. */
final class Services {

    static final int READ_SYSTEM = 0x04;
    static final int READ_TASK = 0x05;
    static final int WRITE_SYSTEM = 0x07;
    static final int WRITE_TASK = 0x08;
    static final int PROGRAM_STORE = 0x3f;
    static final int PROGRAM_LOAD = 0x40;
    static final int RETURN_TYPE = 0x43;

    static final Vocabulary TABLE = new Vocabulary("gesrtp/services", "service_");
    static final Service OPEN = new Service.Unlisted("open_connection", -1, Verb.SESSION);

    /** An answer whose request was not seen: it does not name its service. */
    static final Service ANSWER = new Service.Unlisted("answer", -2, Verb.OTHER);

    private Services() {}
}
