// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rocplus;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Row;
import weir.wire.Rows;
import weir.wire.Sink;

/** What messages about files and transactions hold, in the words of ICSNPP-ROC-Plus. Numbers are little-endian. */
final class RocPlusFiles {

    private static final int PATH = 100;
    private static final int NAME = 25;
    private static final int DESCRIPTION = 10;

    /** Lengths of the three requests that share a command: to delete, and to list in older and newer versions. */
    private static final int DELETE = 126;

    private static final int LIST = 102;
    private static final int LIST_64 = 103;
    private static final String DIRECTORY = "Read Directory <= v3.05";
    private static final String DIRECTORY_64 = "Read Directory >= v3.10";
    private static final String[] OPTIONS = {"Open Read", "Open Write", "Create Write", "Open Update", "Truncate Write"
    };
    private static final String[] TRANSACTIONS = {"Unknown", "List", "Read"};
    private static final NamedCodes TYPES = new NamedCodes("rocplus/log-types", "Unknown ");

    /** Octets of each type. */
    private static final int[] SIZES = new int[256];

    static {
        Rows.of("rocplus/log-types").forEach(row -> SIZES[Integer.parseInt(row[0])] = Integer.parseInt(row[2]));
    }

    private final Cursor data;
    private final Sink out;

    RocPlusFiles(Cursor data, Sink out) {
        this.data = data;
        this.out = out;
    }

    /** The row of a file transfer. */
    Row transfer(boolean asks) {
        int length = data.left();
        int command = data.u8();
        Row row = new Row("roc_plus_file_transfer", out.time());
        switch (command) {
            case 1 -> open(row.set("command", "Open"), asks);
            case 2 -> piece(row.set("command", "Read"), !asks);
            case 3 -> piece(row.set("command", "Write"), asks);
            case 4 -> close(row.set("command", "Close"), asks);
            case 5 -> row.set("command", "Delete");
            case 6, 64 -> directory(row, length, command == 64);
            default -> row.set("command", "Unknown");
        }
        return row;
    }

    private void open(Row row, boolean asks) {
        if (!asks) {
            row.set("file_descriptor", data.u32le());
            return;
        }
        int options = data.u8();
        row.set("open_options", options < OPTIONS.length ? OPTIONS[options] : "Unknown");
        row.set("path", text(PATH)).set("filename", text(NAME));
    }

    /** Descriptor u32; with data the size of the file u32; offset u32; with data their number u8, and they. */
    private void piece(Row row, boolean withData) {
        row.set("file_descriptor", data.u32le());
        if (withData) {
            row.set("file_size", data.u32le());
        }
        row.set("offset", data.u32le());
        if (withData) {
            int count = data.u8();
            row.set("num_bytes", count).set("data", Row.octets(data, count));
        }
    }

    private void close(Row row, boolean asks) {
        if (asks) {
            row.set("file_descriptor", data.u32le());
        }
    }

    private void directory(Row row, int length, boolean wide) {
        if (length == DELETE) {
            row.set("command", "Delete").set("path", text(PATH)).set("filename", text(NAME));
        } else if (length == LIST) {
            row.set("command", DIRECTORY).set("path", text(PATH)).set("total_num_files", data.u8());
        } else if (length == LIST_64) {
            row.set("command", DIRECTORY_64).set("path", text(PATH)).set("total_num_files", data.u16le());
        } else {
            row.set("command", wide ? DIRECTORY_64 : DIRECTORY).set("additional_files", data.u8());
            row.set("total_num_files", wide ? data.u16le() : data.u8());
            names(row);
        }
    }

    /** Each ends with a zero. */
    private void names(Row row) {
        while (data.left() > 0) {
            int size = 0;
            while (data.peek(size) > 0) {
                size++;
            }
            if (size > 0) {
                row.add("file_names", Row.octets(data, size));
            }
            data.skip(Math.min(1, data.left()));
        }
    }

    /** As far as the first zero. */
    private String text(int size) {
        String text = Row.octets(data, size);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    /** The row of a message about transactions; null where nothing tells whether it asks. */
    @Nullable
    Row transactions(boolean asks) {
        int command = data.u8();
        Row row = new Row("roc_plus_transaction_history", out.time())
                .set("command", command < TRANSACTIONS.length ? TRANSACTIONS[command] : TRANSACTIONS[0]);
        if (command == 1 && asks) {
            return row.set("segment", data.u8()).set("transaction_offset", data.u16le());
        }
        return command == 1 ? listed(row) : command == 2 ? read(row) : null;
    }

    /** Number, more u8; description; size of each u16; each: number u16 | created u32. */
    private Row listed(Row row) {
        row.set("num_transactions", data.u8()).set("more_data", data.u8() != 0);
        row.set("description", RocPlusDetail.hex(data, DESCRIPTION)).set("payload_size", data.u16le());
        while (data.left() >= 6) {
            row.add("transaction_num", Integer.toString(data.u16le()));
            row.add("date_created", Long.toString(data.u32le()));
        }
        return row;
    }

    /** Octets, more u8; each: type u8 | value. */
    private Row read(Row row) {
        row.set("msg_data_size", data.u8()).set("more_data", data.u8() != 0);
        while (data.left() > 0) {
            int type = data.u8();
            row.add("data_type", TYPES.of(type));
            for (int i = 0; i < SIZES[type] && data.left() > 0; i++) {
                row.add("data", Integer.toString(data.u8()));
            }
        }
        return row;
    }
}
