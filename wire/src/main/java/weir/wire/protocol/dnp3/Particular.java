// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import weir.model.Service;
import weir.model.Verb;

/** What reading or writing means for one group of objects, where it means more than reading or writing a value. */
enum Particular implements Service {
    READ_ATTRIBUTES(Function.READ, 0, Verb.IDENTIFY),
    READ_FILE(Function.READ, 70, Verb.FILE),
    WRITE_ATTRIBUTES(Function.WRITE, 0, Verb.CONFIGURE),
    WRITE_DEADBANDS(Function.WRITE, 34, Verb.CONFIGURE),
    WRITE_TIME(Function.WRITE, 50, Verb.TIME),
    WRITE_FILE(Function.WRITE, 70, Verb.FILE),
    WRITE_INDICATIONS(Function.WRITE, 80, Verb.CONFIGURE);

    private static final Particular[] ALL = values();

    private final Function function;
    private final int group;
    private final Verb verb;

    Particular(Function function, int group, Verb verb) {
        this.function = function;
        this.group = group;
        this.verb = verb;
    }

    /** The service that a function does to objects of a group. */
    static Service of(Function function, int group) {
        if (function == Function.READ || function == Function.WRITE) {
            for (Particular row : ALL) {
                if (row.function == function && row.group == group) {
                    return row;
                }
            }
        }
        return function;
    }

    @Override
    public int code() {
        return function.code();
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
