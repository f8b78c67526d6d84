// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import weir.model.Service;
import weir.model.Verb;

/**
 * What is done over EtherCAT: to the process image, to the registers of a station (IEC 61158-4-12), in its mailbox
 * (ETG.1000.6). The code is the register's address, the kind within the mailbox protocol, or the command.
 */
enum EtherCatService implements Service {
    NOTHING(0, Verb.SESSION),
    /** Inputs and outputs in one go. */
    CYCLIC_EXCHANGE(12, Verb.READ),
    CYCLIC_READ(10, Verb.READ),
    CYCLIC_WRITE(11, Verb.WRITE),
    READ_MEMORY(0x1000, Verb.READ),
    WRITE_MEMORY(0x1001, Verb.WRITE),
    READ_REGISTER(0x0000, Verb.READ),
    WRITE_REGISTER(0x0001, Verb.CONFIGURE),
    SET_STATION_ADDRESS(0x0010, Verb.CONFIGURE),
    RESET(0x0040, Verb.CONTROL),
    SET_STATE(0x0120, Verb.CONTROL),
    READ_STATE(0x0130, Verb.READ),
    READ_ERROR_COUNTERS(0x0300, Verb.DIAGNOSE),
    CLEAR_ERROR_COUNTERS(0x0301, Verb.DIAGNOSE),
    READ_EEPROM(0x0500, Verb.IDENTIFY),
    WRITE_EEPROM(0x0501, Verb.FIRMWARE),
    READ_CLOCK(0x0900, Verb.TIME),
    SET_CLOCK(0x0901, Verb.TIME),
    SDO_UPLOAD(0x0302, Verb.READ),
    SDO_DOWNLOAD(0x0303, Verb.CONFIGURE),
    SDO_SEGMENT(0x0304, Verb.READ),
    SDO_ABORT(0x0305, Verb.SESSION),
    SDO_INFORMATION(0x0306, Verb.IDENTIFY),
    EMERGENCY(0x0307, Verb.ALARM),
    PROCESS_DATA_OBJECT(0x0308, Verb.READ),
    FILE_READ(0x0401, Verb.FILE),
    /** Files written are nearly always firmware. */
    FILE_WRITE(0x0402, Verb.FIRMWARE),
    FILE_DATA(0x0403, Verb.FILE),
    FILE_ACKNOWLEDGE(0x0404, Verb.FILE),
    FILE_ERROR(0x0405, Verb.FILE),
    FILE_BUSY(0x0406, Verb.FILE),
    ETHERNET(0x0200, Verb.OTHER),
    ADS(0x0100, Verb.OTHER),
    DRIVE_READ(0x0501_00, Verb.READ),
    DRIVE_WRITE(0x0503_00, Verb.CONFIGURE),
    DRIVE_NOTICE(0x0505_00, Verb.ALARM),
    VENDOR_SPECIFIC(0x0f00, Verb.OTHER),
    MAILBOX_ERROR(0x0080, Verb.OTHER),
    NETWORK_VARIABLES(4, Verb.READ);

    private final int code;
    private final Verb verb;

    EtherCatService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
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
