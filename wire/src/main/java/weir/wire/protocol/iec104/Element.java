// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

/** Information element of an object, as {@code asdu_types.tsv} names it (IEC 60870-5-101 clause 7.2.6). */
enum Element {
    /** Single point: state in bit 0, quality in bits 4 to 7. */
    SIQ(1),
    /** Double point: state in bits 0 and 1, quality in bits 4 to 7. */
    DIQ(1),
    /** Step position: signed 7 bits, then in transit. */
    VTI(1),
    /** 32 bits. */
    BSI(4),
    /** Normalised: a fraction of 32768. */
    NVA(2),
    /** Scaled. */
    SVA(2),
    R32(4),
    /** Counter i32, then sequence number and flags. */
    BCR(5),
    /** Protection event: state in bits 0 and 1. */
    SEP(1),
    /** Start events of protection. */
    SPE(1),
    /** Output circuit of protection. */
    OCI(1),
    /** 16 states and 16 changes. */
    SCD(4),
    QDS(1),
    QDP(1),
    CP16(2),
    CP24(3),
    CP56(7),
    /** Single command: state in bit 0, select in bit 7. */
    SCO(1),
    /** Double command: state in bits 0 and 1, select in bit 7. */
    DCO(1),
    /** Step command: 1 lower, 2 higher, select in bit 7. */
    RCO(1),
    /** Qualifier of a setpoint: select in bit 7. */
    QOS(1),
    QOI(1),
    QCC(1),
    QRP(1),
    /** Cause of initialisation. */
    COI(1),
    FBP(2),
    TSC(2),
    QPM(1),
    QPA(1),
    NOF(2),
    NOS(1),
    LOF(3),
    FRQ(1),
    SRQ(1),
    SCQ(1),
    LSQ(1),
    CHS(1),
    AFQ(1),
    SOF(1),
    /** Length u8 and as many octets of a file. */
    SEGMENT(-1),
    /** All that is left. */
    OPAQUE(-1);

    /** Octets; negative where the message tells. */
    final int size;

    Element(int size) {
        this.size = size;
    }
}
