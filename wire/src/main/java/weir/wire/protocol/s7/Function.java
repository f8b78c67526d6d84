// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.model.Service;
import weir.model.Verb;
import weir.wire.Numbered;

/** What a job asks for: the first octet of its parameters. */
enum Function implements Service {
    READ_VAR(0x04, Verb.READ),
    WRITE_VAR(0x05, Verb.WRITE),
    REQUEST_DOWNLOAD(0x1a, Verb.PROGRAM),
    DOWNLOAD_BLOCK(0x1b, Verb.PROGRAM),
    DOWNLOAD_ENDED(0x1c, Verb.PROGRAM),
    START_UPLOAD(0x1d, Verb.PROGRAM),
    UPLOAD(0x1e, Verb.PROGRAM),
    END_UPLOAD(0x1f, Verb.PROGRAM),
    PI_SERVICE(0x28, Verb.CONTROL),
    PLC_STOP(0x29, Verb.CONTROL),
    SETUP_COMMUNICATION(0xf0, Verb.SESSION);

    private static final Service[] BY_CODE = new Service[256];

    static {
        Numbered names = Numbered.hex("function_");
        for (int code = 0; code < BY_CODE.length; code++) {
            BY_CODE[code] = new Unlisted(names.of(code), code, Verb.OTHER);
        }
        for (Function function : values()) {
            BY_CODE[function.code] = function;
        }
    }

    private final int code;
    private final Verb verb;

    Function(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** Never null; a code that means nothing is {@link Service.Unlisted}. */
    static Service of(int code) {
        return BY_CODE[code & 0xff];
    }

    /** Whether the controller asks this of the engineering station, and not the other way round. */
    static boolean isAskedByServer(int code) {
        return code == DOWNLOAD_BLOCK.code || code == DOWNLOAD_ENDED.code;
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
