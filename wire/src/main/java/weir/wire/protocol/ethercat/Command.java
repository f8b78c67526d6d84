// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

/** How a datagram addresses stations and what they do with it (IEC 61158-4-12, table of commands). */
enum Command {
    NOP(0, Addressing.NONE, false, false),
    APRD(1, Addressing.POSITION, true, false),
    APWR(2, Addressing.POSITION, false, true),
    APRW(3, Addressing.POSITION, true, true),
    FPRD(4, Addressing.STATION, true, false),
    FPWR(5, Addressing.STATION, false, true),
    FPRW(6, Addressing.STATION, true, true),
    BRD(7, Addressing.ALL, true, false),
    BWR(8, Addressing.ALL, false, true),
    BRW(9, Addressing.ALL, true, true),
    LRD(10, Addressing.LOGICAL, true, false),
    LWR(11, Addressing.LOGICAL, false, true),
    LRW(12, Addressing.LOGICAL, true, true),
    /** One station is read, those behind it are written: how the reference clock is spread. */
    ARMW(13, Addressing.POSITION, true, true),
    FRMW(14, Addressing.STATION, true, true);

    enum Addressing {
        NONE,
        POSITION,
        STATION,
        ALL,
        LOGICAL
    }

    private static final Command[] ALL = values();

    final int code;
    final Addressing addressing;
    final boolean reads;
    final boolean writes;

    Command(int code, Addressing addressing, boolean reads, boolean writes) {
        this.code = code;
        this.addressing = addressing;
        this.reads = reads;
        this.writes = writes;
    }

    static boolean exists(int code) {
        return code >= 0 && code < ALL.length;
    }

    static Command of(int code) {
        return ALL[code];
    }
}
