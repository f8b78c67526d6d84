// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.synphasor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Row;
import weir.wire.Sink;

/**
 * Synchrophasor frames in the words of ICSNPP-Synchrophasor: {@code synchrophasor} (one line a connection), and its
 * {@code _cmd}, {@code _cfg}, {@code _cfg_detail}, {@code _data}, {@code _data_detail} and {@code _hdr} logs.
 */
final class SynphasorLog {

    private static final long SECOND = 1_000_000_000L;

    private final Cursor body = new Cursor();

    /** The last configuration of the conversation, that its data frames are read with. */
    private @Nullable LoggedUnit[] units = {};

    private long time;
    private int size;
    private int resolution = 1_000_000;
    private long serial;

    /**
     * One frame, whose check is right.
     *
     * @param in behind the identification; moves nothing in it
     * @param stream identification
     */
    void tell(int type, int version, int length, int stream, long second, long fraction, Cursor in, Sink out) {
        body.wrap(in.bytes(), in.offset(), in.left());
        size = length;
        time = second * SECOND + (fraction & 0xff_ffff) * SECOND / resolution;
        Row session = session(version, stream, out);
        switch (type) {
            case Frame.TYPE_COMMAND -> command(session, out);
            case Frame.TYPE_HEADER ->
                out.row(begin("synchrophasor_hdr", "Header", out).set("data", Row.octets(body, body.left())));
            case Frame.TYPE_DATA -> {
                session.set("data_frame_count", 1);
                data(out);
            }
            default -> configuration(type, session, out);
        }
        out.row(session);
    }

    private Row session(int version, int stream, Sink out) {
        return new Row("synchrophasor", out.time())
                .add("version", Integer.toString(version))
                .add("data_stream_id", Integer.toString(stream))
                .set("history", "")
                .set("frame_size_min", size)
                .set("frame_size_max", size)
                .set("frame_size_tot", size)
                .set("data_frame_count", 0)
                .list("data_rate");
    }

    private Row begin(String log, String type, Sink out) {
        return new Row(log, out.time())
                .set("frame_type", type)
                .set("frame_size", size)
                .set("header_time_stamp", time);
    }

    private void command(Row session, Sink out) {
        int command = body.u16();
        String name = switch (command) {
            case 1 -> "Data off";
            case 2 -> "Data on";
            case 3 -> "Send HDR";
            case 4 -> "Send CFG-1";
            case 5 -> "Send CFG-2";
            case 6 -> "Send CFG-3";
            case 8 -> "Extended frame";
            default -> String.format(Locale.ROOT, "unknown-0x%x", command);
        };
        session.set("history", initial(command));
        Row row =
                begin("synchrophasor_cmd", "Command", out).set("command", name).list("extframe");
        while (body.left() > 0) {
            row.add("extframe", Integer.toString(body.u8()));
        }
        out.row(row);
    }

    private static String initial(int command) {
        return switch (command) {
            case 1 -> "d";
            case 2 -> "D";
            case 3 -> "h";
            case 4 -> "1";
            case 5 -> "2";
            case 6 -> "3";
            case 8 -> "e";
            default -> "?";
        };
    }

    private void configuration(int type, Row session, Sink out) {
        boolean third = type == Frame.TYPE_CONFIGURATION_3;
        String name = third ? "CFG3" : type == Frame.TYPE_CONFIGURATION_1 ? "CFG1" : "CFG2";
        int part = third ? body.u16() : 0;
        int base = (int) (body.u32() & 0xff_ffff);
        resolution = base == 0 ? resolution : base;
        int number = body.u16();
        String id = "c" + Long.toString(++serial, Character.MAX_RADIX);
        LoggedUnit[] read = new LoggedUnit[Math.min(number, LoggedUnit.MOST)];
        int units = 0;
        while (units < read.length && body.ok()) {
            Row row = begin("synchrophasor_cfg_detail", name, out)
                    .set("cfg_frame_id", id)
                    .set("pmu_idx", units);
            LoggedUnit unit = LoggedUnit.read(body, third, row);
            if (unit == null) {
                break;
            }
            read[units++] = unit;
            out.row(row);
        }
        int rate = body.i16();
        if (body.ok() && units == number) {
            this.units = type == Frame.TYPE_CONFIGURATION_1 ? this.units : read;
            session.add("data_rate", Integer.toString(rate));
        }
        out.row(begin("synchrophasor_cfg", name, out)
                .set("cont_idx", part)
                .set("pmu_count_expected", number)
                .set("pmu_count_actual", units)
                .set("data_rate", Math.max(0, rate))
                .set("cfg_frame_id", id));
    }

    private void data(Sink out) {
        String id = "d" + Long.toString(++serial, Character.MAX_RADIX);
        int read = 0;
        for (LoggedUnit unit : units) {
            Row row = begin("synchrophasor_data_detail", "Data", out)
                    .set("data_frame_id", id)
                    .set("pmu_idx", read);
            if (unit == null || !unit.data(body, row)) {
                break;
            }
            out.row(row);
            read++;
        }
        out.row(begin("synchrophasor_data", "Data", out)
                .set("pmu_count_expected", units.length)
                .set("pmu_count_actual", read)
                .set("data_frame_id", id));
    }
}
