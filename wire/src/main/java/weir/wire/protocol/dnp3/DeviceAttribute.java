// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Sink;

/** Variations of group 0 that say who an outstation is (IEEE 1815 table A-2). */
enum DeviceAttribute {
    CONFIGURATION_ID(196, Attribute.PROJECT),
    SOFTWARE_VERSION(242, Attribute.FIRMWARE),
    HARDWARE_VERSION(243, Attribute.HARDWARE),
    LOCATION(245, Attribute.LOCATION),
    IDENTIFICATION_CODE(246, Attribute.DESCRIPTION),
    DEVICE_NAME(247, Attribute.NAME),
    SERIAL_NUMBER(248, Attribute.SERIAL),
    PRODUCT_NAME(250, Attribute.MODEL),
    MANUFACTURER(252, Attribute.VENDOR);

    /** Data type of a visible string. */
    static final int TEXT = 1;

    private static final @Nullable DeviceAttribute[] BY_VARIATION = new @Nullable DeviceAttribute[256];

    static {
        for (DeviceAttribute attribute : values()) {
            BY_VARIATION[attribute.variation] = attribute;
        }
    }

    private final int variation;
    private final Attribute attribute;
    private final String origin;

    DeviceAttribute(int variation, Attribute attribute) {
        this.variation = variation;
        this.attribute = attribute;
        this.origin = "device attribute " + variation;
    }

    static void tell(int variation, Cursor value, Message message, Sink out) {
        DeviceAttribute known = BY_VARIATION[variation];
        if (known != null) {
            String text = out.text(value, value.left());
            out.identity(message.subject, known.attribute, text, known.origin, 5);
        }
    }
}
