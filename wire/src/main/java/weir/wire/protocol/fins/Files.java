// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fins;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** Commands on the files of a memory card (OMRON W342 section 5-3-28 to 5-3-38): a disk u16 and names of 12 octets. */
final class Files {

    private static final int NAME = 12;
    private static final Numbered DISK = Numbered.hex("disk ");

    private Files() {}

    /** Octets before the disk where memory, parameters or a program go to or come from a file. */
    private static int before(String form) {
        return switch (form) {
            case "memory_file", "parameter_file" -> 8;
            case "program_file" -> 12;
            default -> 0;
        };
    }

    /** Octets between the disk and the name. */
    private static int between(String form) {
        return form.equals("file_write") || form.equals("file_delete") ? 2 : 0;
    }

    static @Nullable Operation read(String form, Cursor in, Sink out) {
        if (form.isEmpty()) {
            return out.tell();
        }
        in.skip(before(form));
        out.space(DISK.of(in.u16()));
        in.skip(between(form));
        if (!form.equals("disk")) {
            out.symbol(out.text(in, NAME));
        }
        if (form.equals("file_copy")) {
            in.skip(Math.max(0, Math.min(2, in.left() - NAME)));
            out.qualifier(out.text(in, NAME));
        }
        return Requests.told(out, in, out);
    }
}
