// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.protocol.iso.Assembly;
import weir.wire.protocol.iso.TransportConnection;

/**
 * Messages of kind 7: everything that came after reading, writing and loading.
 *
 * <pre>
 * parameters  00 01 12 | length u8 | 0x11 or 0x12 | way and group u8 | subfunction u8 | sequence u8
 *             and if the length is 8: part of u8 | more 0x01, last 0x00 | error u16
 * data        return code u8 | transport size u8 | length u16 | content
 * way         0x00 unasked, 0x40 request, 0x80 response; the group has the 6 bits below
 * </pre>
 *
 * A content too long for one message comes in parts with the same, not zero, "part of"; each is asked for anew, with
 * the sequence number of the one before and no content. A change of operating mode has 01 00 10 in front instead, and
 * the mode for a subfunction.
 */
final class UserData {

    static final int REQUEST = 1;
    private static final int RESPONSE = 2;

    private static final int CYCLIC = 2;
    private static final int TEST = 1;
    private static final int NUMERICAL_CONTROL = 0x3f;

    private final TransportConnection connection;
    private final Jobs[] jobs = {new Jobs(), new Jobs()};
    /** What goes on being reported, by group and sequence number. */
    private final Jobs subscriptions = new Jobs();

    private final Assembly[] assemblies = {new Assembly(), new Assembly()};
    private final int[] parts = new int[2];
    private final Contents contents;
    private final Cursor content = new Cursor();
    /** What was asked for, of which only a part has come. */
    private @Nullable Operation unfinished;

    private int group;
    private int sequence;
    private int part;
    private boolean more;
    private int error;
    private int returnCode;

    UserData(TransportConnection connection, Variables variables) {
        this.connection = connection;
        contents = new Contents(connection, variables);
    }

    void message(int reference, Cursor parameter, Cursor data, Direction way, Sink out) {
        int head = parameter.u24();
        int length = parameter.u8();
        parameter.skip(1);
        int kind = parameter.u8();
        int subfunction = parameter.u8();
        sequence = parameter.u8();
        boolean inParts = length == 8 && parameter.left() >= 4;
        part = inParts ? parameter.u8() : 0;
        more = inParts && parameter.u8() != 0;
        error = inParts ? parameter.u16() : 0;
        if (!parameter.ok()) {
            out.violation("malformed_parameters", length);
            return;
        }
        group = kind & 0x3f;
        out.fact(S7comm.NAME, "ud.type", kind >> 4);
        out.fact(S7comm.NAME, "ud.group", kind & 0xf);
        if (head >> 16 == 1) {
            contents.modeChanged(subfunction, out);
            return;
        }
        if (!content(data)) {
            out.violation("truncated", data.left());
            return;
        }
        Service service = Subfunction.of(group, subfunction);
        switch (kind >> 6) {
            case REQUEST -> request(service, reference, way, out);
            case RESPONSE -> response(service, reference, way, out);
            default -> unasked(service, way, out);
        }
    }

    private boolean content(Cursor data) {
        if (data.left() == 0) {
            returnCode = ReturnCode.DONE;
            data.slice(0, content);
            return true;
        }
        returnCode = data.u8();
        data.skip(1);
        data.slice(data.u16(), content);
        return data.ok();
    }

    private void request(Service service, int reference, Direction way, Sink out) {
        Job job = jobs[side(way)].ask(reference, out.time());
        Operation goesOn = unfinished;
        if (content.left() == 0
                && sequence != 0
                && goesOn != null
                && goesOn.service().equals(service)) {
            job.add(out.request(service).like(goesOn).qualifier("next_part").tell(), 0);
            return;
        }
        contents.request(service, content, job, out);
        if (job.count() == 0) {
            job.add(out.request(service).unit(connection.unit()).tell(), 0);
        }
    }

    private void response(Service service, int reference, Direction way, Sink out) {
        Job job = jobs[side(way.back())].take(reference);
        int code = error == 0 && ReturnCode.isRefusal(returnCode) ? returnCode : error;
        String label = label(code);
        Exchange.refuse(service, job, connection.unit(), code, label, out);
        contents.outcome(service, code, label, out);
        if (code != 0) {
            finish(way);
            return;
        }
        if (job != null && isReported()) {
            subscriptions.ask(key(), out.time()).copy(job, key());
        }
        Cursor whole = whole(way, out);
        unfinished = whole == null && job != null && job.count() > 0 ? job.operation(0) : null;
        if (whole != null) {
            contents.response(service, whole, subscriptions.find(key()), out);
        }
    }

    private String label(int code) {
        if (code == 0) {
            return "";
        }
        return error != 0 ? Errors.label(code) : ReturnCode.label(code);
    }

    private void unasked(Service service, Direction way, Sink out) {
        Cursor whole = whole(way, out);
        if (whole != null) {
            contents.unasked(service, whole, subscriptions.find(key()), out);
        }
    }

    private boolean isReported() {
        return group == CYCLIC || group == TEST;
    }

    private int key() {
        return group << 8 | sequence;
    }

    /** The content with the parts that came before; null while more is to come. */
    private @Nullable Cursor whole(Direction way, Sink out) {
        Assembly assembly = assemblies[side(way)];
        if (part != parts[side(way)]) {
            assembly.clear();
            parts[side(way)] = part;
        }
        if (part == 0 || (group == NUMERICAL_CONTROL && assembly.isEmpty() && !more)) {
            return content;
        }
        if (!more && assembly.isEmpty()) {
            return null;
        }
        if (!assembly.add(content)) {
            out.violation("content_too_long", part);
            return null;
        }
        return more ? null : assembly.take();
    }

    private void finish(Direction way) {
        assemblies[side(way)].clear();
        unfinished = null;
    }

    void lost(Direction way) {
        jobs[0].clear();
        jobs[1].clear();
        finish(way);
    }

    private static int side(Direction way) {
        return way == Direction.TO_SERVER ? 0 : 1;
    }
}
