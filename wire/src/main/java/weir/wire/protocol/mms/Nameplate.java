// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Sink;

/** Who a device is, from the name plates that a client reads of it (IEC 61850-7-3 clauses 7.9.2 and 7.9.3, DPL and LPL). */
final class Nameplate {

    private static final String DEVICE = "$DC$PhyNam";
    private static final String DEVICE_SOURCE = "PhyNam";
    private static final String NODE = "LLN0$DC$NamPlt";

    /** Parts of a device's name plate in the order of the standard; a device may leave out some, so this is no proof. */
    private static final Attribute[] PARTS = {
        Attribute.VENDOR, Attribute.HARDWARE, Attribute.FIRMWARE, Attribute.SERIAL, Attribute.MODEL, Attribute.LOCATION
    };

    private static final int LEAST_PARTS = 5;

    private static final String[] SUFFIXES = {
        "$vendor", "$hwRev", "$swRev", "$serNum", "$model", "$location", "$name", "$d"
    };

    private static final Attribute[] ATTRIBUTES = {
        Attribute.VENDOR,
        Attribute.HARDWARE,
        Attribute.FIRMWARE,
        Attribute.SERIAL,
        Attribute.MODEL,
        Attribute.LOCATION,
        Attribute.NAME,
        Attribute.DESCRIPTION
    };

    private final Ber ber = new Ber();

    /** Looks at the value of a variable and leaves the cursor where it was. */
    void read(String name, Cursor in, Sink out) {
        int at = in.read();
        boolean device = name.contains(DEVICE);
        if (device && name.endsWith(DEVICE)) {
            whole(in, out);
        } else if (device || name.contains(NODE)) {
            one(attribute(name), device ? DEVICE_SOURCE : NODE, in, out);
        }
        in.seek(at);
    }

    private static @Nullable Attribute attribute(String name) {
        for (int i = 0; i < SUFFIXES.length; i++) {
            if (name.endsWith(SUFFIXES[i])) {
                return ATTRIBUTES[i];
            }
        }
        return null;
    }

    private void one(@Nullable Attribute attribute, String source, Cursor in, Sink out) {
        if (attribute != null && ber.next(in) && isText(ber.identifier())) {
            out.identity(out.sender(), attribute, out.text(in, Math.min(255, ber.length())), source, 5);
        }
    }

    private void whole(Cursor in, Sink out) {
        if (!ber.next(in, MmsData.STRUCTURE)) {
            return;
        }
        int end = in.read() + ber.length();
        int start = in.read();
        int parts = 0;
        while (in.read() < end && ber.next(in) && isText(ber.identifier())) {
            in.skip(ber.length());
            parts++;
        }
        if (!in.ok() || in.read() != end || parts < LEAST_PARTS || parts > PARTS.length) {
            return;
        }
        in.seek(start);
        for (int i = 0; i < parts && ber.next(in); i++) {
            out.identity(out.sender(), PARTS[i], out.text(in, Math.min(255, ber.length())), DEVICE_SOURCE, 4);
        }
    }

    private static boolean isText(int identifier) {
        return identifier == MmsData.TEXT || identifier == MmsData.MMS_TEXT;
    }
}
