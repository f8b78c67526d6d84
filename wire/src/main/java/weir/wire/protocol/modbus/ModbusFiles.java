// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Subject;
import weir.model.Transfer.Way;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Records of files: functions 20 and 21 (Modbus Application Protocol V1.1b3, sections 6.14 and 6.15). A message names
 * any number of groups of records, each an operation:
 *
 * <pre>
 * request, and answer of 21   type u8 (6)   file u16   first record u16   records u16   [21: records, u16 each]
 * answer of 20                octets u8     type u8 (6)   records, u16 each
 * </pre>
 *
 * An answer of function 20 does not repeat which records it holds, so of several groups only the first is told again.
 */
final class ModbusFiles {

    private static final int TYPE = 6;
    private static final Numbered FILE = new Numbered("file ");

    private ModbusFiles() {}

    /** Whether the groups, to the end of the message, are whole; says so where they are not. Moves nothing. */
    static boolean areWhole(Cursor in, boolean withRecords, Sink out) {
        int at = 0;
        while (at < in.left()) {
            int type = in.peek(at);
            int records = in.peek16(at + 5);
            if (type != TYPE) {
                out.violation("bad_reference_type", type);
                return false;
            }
            at += withRecords ? 7 + 2 * Math.max(0, records) : 7;
            if (records < 0 || at > in.left()) {
                out.violation("byte_count_mismatch", in.left());
                return false;
            }
        }
        return true;
    }

    /** Tells the next group of a request; gives the operation. */
    static Operation request(Cursor in, ModbusFunction function, String unit, Sink out) {
        in.skip(1);
        String file = FILE.of(in.u16());
        int first = in.u16();
        int records = in.u16();
        skipRecords(in, function, records);
        return out.request(function).unit(unit).range(file, first, records).tell();
    }

    /** Tells the next group of an answer of function 21, and that it moved. */
    static void written(Cursor in, String unit, long asked, Subject device, MovedRecords moved, Sink out) {
        in.skip(1);
        String file = FILE.of(in.u16());
        int first = in.u16();
        int records = in.u16();
        out.response(ModbusFunction.WRITE_FILE_RECORD).unit(unit).range(file, first, records);
        (asked < 0 ? out : out.since(asked)).tell();
        moved.moved(device, file, Way.INTO_DEVICE, first, in, 2 * records, out);
    }

    /** Tells that the first group that function 20 asked for moved. */
    static void read(@Nullable Operation request, Cursor in, Subject device, MovedRecords moved, Sink out) {
        int octets = in.u8() - 1;
        in.skip(1);
        if (request != null && octets > 0 && octets <= in.left()) {
            String file = request.target().space();
            moved.moved(device, file, Way.OUT_OF_DEVICE, request.target().first(), in, octets, out);
        }
    }

    private static void skipRecords(Cursor in, ModbusFunction function, int records) {
        if (function == ModbusFunction.WRITE_FILE_RECORD) {
            in.skip(2 * records);
        }
    }
}
