// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.knx;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Services between devices on the bus (KNX 03_03_07 table 1), by the ten bits that name them; -1 for no answer. */
enum BusService implements Service {
    GROUP_VALUE_READ(0x000, 0x040, Verb.READ),
    GROUP_VALUE_WRITE(0x080, -1, Verb.WRITE),
    INDIVIDUAL_ADDRESS_WRITE(0x0c0, -1, Verb.CONFIGURE),
    INDIVIDUAL_ADDRESS_READ(0x100, 0x140, Verb.IDENTIFY),
    ADC_READ(0x180, 0x1c0, Verb.READ),
    SYSTEM_NETWORK_PARAMETER_READ(0x1c8, 0x1c9, Verb.READ),
    SYSTEM_NETWORK_PARAMETER_WRITE(0x1ca, -1, Verb.CONFIGURE),
    PROPERTY_EXTENDED_READ(0x1cc, 0x1cd, Verb.READ),
    PROPERTY_EXTENDED_WRITE(0x1ce, 0x1cf, Verb.CONFIGURE),
    PROPERTY_EXTENDED_WRITE_UNCONFIRMED(0x1d0, -1, Verb.CONFIGURE),
    PROPERTY_EXTENDED_DESCRIPTION_READ(0x1d2, 0x1d3, Verb.READ),
    FUNCTION_PROPERTY_EXTENDED_COMMAND(0x1d4, 0x1d6, Verb.CONTROL),
    FUNCTION_PROPERTY_EXTENDED_STATE_READ(0x1d5, -1, Verb.READ),
    MEMORY_EXTENDED_WRITE(0x1fb, 0x1fc, Verb.PROGRAM),
    MEMORY_EXTENDED_READ(0x1fd, 0x1fe, Verb.PROGRAM),
    MEMORY_READ(0x200, 0x240, Verb.PROGRAM),
    MEMORY_WRITE(0x280, -1, Verb.PROGRAM),
    USER_MEMORY_READ(0x2c0, 0x2c1, Verb.PROGRAM),
    USER_MEMORY_WRITE(0x2c2, -1, Verb.PROGRAM),
    USER_MEMORY_BIT_WRITE(0x2c4, -1, Verb.PROGRAM),
    USER_MANUFACTURER_INFO_READ(0x2c5, 0x2c6, Verb.IDENTIFY),
    FUNCTION_PROPERTY_COMMAND(0x2c7, 0x2c9, Verb.CONTROL),
    FUNCTION_PROPERTY_STATE_READ(0x2c8, -1, Verb.READ),
    USER_MESSAGE(0x2ca, -1, Verb.OTHER),
    DEVICE_DESCRIPTOR_READ(0x300, 0x340, Verb.IDENTIFY),
    RESTART(0x380, 0x3a1, Verb.CONTROL),
    MASTER_RESET(0x381, -1, Verb.CONTROL),
    ROUTING_TABLE_OPEN(0x3c0, -1, Verb.CONFIGURE),
    ROUTING_TABLE_READ(0x3c1, 0x3c2, Verb.READ),
    ROUTING_TABLE_WRITE(0x3c3, -1, Verb.CONFIGURE),
    ROUTER_MEMORY_READ(0x3c8, 0x3c9, Verb.PROGRAM),
    ROUTER_MEMORY_WRITE(0x3ca, -1, Verb.PROGRAM),
    ROUTER_STATUS_READ(0x3cd, 0x3ce, Verb.READ),
    ROUTER_STATUS_WRITE(0x3cf, -1, Verb.CONFIGURE),
    MEMORY_BIT_WRITE(0x3d0, -1, Verb.PROGRAM),
    AUTHORIZE(0x3d1, 0x3d2, Verb.AUTHENTICATE),
    KEY_WRITE(0x3d3, 0x3d4, Verb.CONFIGURE),
    PROPERTY_VALUE_READ(0x3d5, 0x3d6, Verb.READ),
    PROPERTY_VALUE_WRITE(0x3d7, -1, Verb.CONFIGURE),
    PROPERTY_DESCRIPTION_READ(0x3d8, 0x3d9, Verb.READ),
    NETWORK_PARAMETER_READ(0x3da, 0x3db, Verb.READ),
    INDIVIDUAL_ADDRESS_SERIAL_READ(0x3dc, 0x3dd, Verb.IDENTIFY),
    INDIVIDUAL_ADDRESS_SERIAL_WRITE(0x3de, -1, Verb.CONFIGURE),
    DOMAIN_ADDRESS_WRITE(0x3e0, -1, Verb.CONFIGURE),
    DOMAIN_ADDRESS_READ(0x3e1, 0x3e2, Verb.IDENTIFY),
    DOMAIN_ADDRESS_SELECTIVE_READ(0x3e3, -1, Verb.IDENTIFY),
    NETWORK_PARAMETER_WRITE(0x3e4, -1, Verb.CONFIGURE),
    LINK_READ(0x3e5, 0x3e6, Verb.READ),
    LINK_WRITE(0x3e7, -1, Verb.CONFIGURE),
    GROUP_PROPERTY_READ(0x3e8, 0x3e9, Verb.READ),
    GROUP_PROPERTY_WRITE(0x3ea, -1, Verb.WRITE),
    GROUP_PROPERTY_REPORT(0x3eb, -1, Verb.READ),
    DOMAIN_ADDRESS_SERIAL_READ(0x3ec, 0x3ed, Verb.IDENTIFY),
    DOMAIN_ADDRESS_SERIAL_WRITE(0x3ee, -1, Verb.CONFIGURE),
    FILE_STREAM(0x3f0, -1, Verb.FILE),
    SECURE_SERVICE(0x3f1, -1, Verb.OTHER),
    OTHER_BUS_SERVICE(-1, -1, Verb.OTHER),
    /** Transport layer: T_Connect and T_Disconnect. */
    DEVICE_CONNECT(-2, -1, Verb.SESSION),
    DEVICE_DISCONNECT(-3, -1, Verb.SESSION),
    DEVICE_ACKNOWLEDGE(-4, -1, Verb.SESSION),
    /** Of the interface itself (cEMI M_...). */
    INTERFACE_PROPERTY_READ(0xfc, 0xfb, Verb.READ, true),
    INTERFACE_PROPERTY_WRITE(0xf6, 0xf5, Verb.CONFIGURE, true),
    INTERFACE_PROPERTY_REPORT(0xf7, -1, Verb.READ, true),
    INTERFACE_FUNCTION_COMMAND(0xf8, 0xfa, Verb.CONTROL, true),
    INTERFACE_FUNCTION_STATE_READ(0xf9, -1, Verb.READ, true),
    INTERFACE_RESET(0xf1, 0xf0, Verb.CONTROL, true),
    /** Frames of the bus as they are. */
    BUS_MONITOR(0x2b, -1, Verb.DIAGNOSE, true),
    RAW_FRAME(0x10, 0x2f, Verb.OTHER, true),
    RAW_FRAME_SEEN(0x2d, -1, Verb.DIAGNOSE, true),
    POLL_DATA(0x13, 0x25, Verb.READ, true);

    private static final int CODES = 1024;
    /** Services that own four bits of the ten only; the others are data. */
    private static final int FOUR_BITS = 0x3c0;

    private static final @Nullable BusService[] REQUESTS = new @Nullable BusService[CODES];
    private static final @Nullable BusService[] ANSWERS = new @Nullable BusService[CODES];
    private static final @Nullable BusService[] OF_INTERFACE = new @Nullable BusService[256];
    private static final @Nullable BusService[] ANSWERS_OF_INTERFACE = new @Nullable BusService[256];

    static {
        for (BusService service : values()) {
            put(service.ofInterface ? OF_INTERFACE : REQUESTS, service.code, service);
            put(service.ofInterface ? ANSWERS_OF_INTERFACE : ANSWERS, service.answer, service);
        }
    }

    private static void put(@Nullable BusService[] table, int code, BusService service) {
        if (code >= 0) {
            table[code] = service;
        }
    }

    private final int code;
    private final int answer;
    private final Verb verb;
    private final boolean ofInterface;

    BusService(int code, int answer, Verb verb) {
        this(code, answer, verb, false);
    }

    BusService(int code, int answer, Verb verb, boolean ofInterface) {
        this.code = code;
        this.answer = answer;
        this.verb = verb;
        this.ofInterface = ofInterface;
    }

    /** The service that these ten bits ask for; null where they answer one, or are none. */
    static @Nullable BusService asked(int bits) {
        return look(REQUESTS, bits);
    }

    static @Nullable BusService answered(int bits) {
        return look(ANSWERS, bits);
    }

    private static @Nullable BusService look(@Nullable BusService[] table, int bits) {
        boolean wide = bits >= 0x1c8 && bits < 0x200 || bits >= 0x2c0 && bits < 0x300 || bits >= 0x380;
        return table[wide ? bits : bits & FOUR_BITS];
    }

    static @Nullable BusService ofInterface(int messageCode, boolean answers) {
        return (answers ? ANSWERS_OF_INTERFACE : OF_INTERFACE)[messageCode & 0xff];
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
