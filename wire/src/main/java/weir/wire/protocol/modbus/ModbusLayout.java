// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import weir.wire.Cursor;

/**
 * How the data of a Modbus request or answer is laid out. Most layouts say how long they are, and that is what tells a
 * request from its answer (Modbus has no bit for it) and a Modbus message from any other bytes.
 */
enum ModbusLayout {
    /** No data. */
    NOTHING,
    /** One octet. */
    OCTET,
    /** Address u16. */
    ADDRESS,
    /** First address u16, quantity u16. */
    RANGE,
    /** Address u16, value u16. */
    VALUE,
    /** Status u16, count u16. */
    COUNTER,
    /** Address u16, AND mask u16, OR mask u16. */
    MASK,
    /** Octets u8, then coils eight an octet or registers u16. */
    DATA,
    /** First address u16, quantity u16, octets u8, then as {@link #DATA}. */
    BLOCK,
    /** First address and quantity to read, the same to write, octets u8, registers u16. */
    EXCHANGE,
    /** Octets u16, quantity u16, registers u16. */
    QUEUE,
    /** Octets u8, status u16, events u16, messages u16, event octets. */
    LOG,
    /** Octets u8, server id, run indicator, whatever the maker adds. */
    IDENTITY,
    /** Octets u8, then records of files. */
    RECORDS,
    /** Sub-function u16, data. */
    DIAGNOSTIC,
    /** Type u8 of the encapsulated interface, its data. */
    ENCAPSULATED,
    /** UMAS. */
    UMAS,
    /** Known to its maker. */
    OPEN;

    /** Octets from the function code (which is next) to the end; -1 where the layout, or what is there, does not say. */
    int length(Cursor pdu) {
        return switch (this) {
            case NOTHING -> 1;
            case OCTET -> 2;
            case ADDRESS -> 3;
            case RANGE, VALUE, COUNTER -> 5;
            case MASK -> 7;
            case DATA, LOG, IDENTITY, RECORDS -> counted(pdu.peek(1), 2);
            case BLOCK -> counted(pdu.peek(5), 6);
            case EXCHANGE -> counted(pdu.peek(9), 10);
            case QUEUE -> counted(pdu.peek16(1), 3);
            case DIAGNOSTIC -> pdu.peek16(1) > 0 ? 5 : -1; // 0 echoes data of any length
            case ENCAPSULATED, UMAS, OPEN -> -1;
        };
    }

    private static int counted(int octets, int before) {
        return octets < 0 ? -1 : before + octets;
    }
}
