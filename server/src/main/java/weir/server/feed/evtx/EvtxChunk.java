// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import java.util.zip.CRC32;

/**
 * A part of a file that stands for itself: names and templates that its records share are within it.
 *
 * <pre>
 *   0  "ElfChnk\0"
 *  48  offset of what is free    52  CRC-32 of the records
 * 124  CRC-32 of the header      128  tables of names and templates, which nobody needs to read records
 * 512  records: 2a 2a 0 0, size, number (8), written (8), binary XML, size
 * </pre>
 */
final class EvtxChunk {

    static final int SIZE = 1 << 16;

    private static final long MAGIC = 0x006b6e6843666c45L; // "ElfChnk\0"
    private static final int HEADER = 512;
    private static final int FREE = 48;
    private static final int RECORDS_CHECKSUM = 52;
    private static final int CHECKED = 120;
    private static final int HEADER_CHECKSUM = 124;
    private static final int TABLES = 128;
    private static final int RECORD = 0x2a2a;
    private static final int RECORD_HEADER = 24;
    private static final int LEAST_RECORD = RECORD_HEADER + 4;

    private final byte[] octets;
    private final BinXml xml;
    private final EvtxRecords to;

    EvtxChunk(byte[] octets, EvtxRecords to) {
        this.octets = octets;
        this.xml = new BinXml(octets);
        this.to = to;
    }

    void read() {
        if (ChunkCursor.number(octets, 0, 8) == MAGIC) {
            records(checkedEnd());
        } else if (!isEmpty(0, SIZE)) {
            strange(EvtxDamage.CHUNK);
        }
    }

    /** Where the records end; what stands behind is of an older chunk. A header that is wrong says nothing. */
    private int checkedEnd() {
        CRC32 header = new CRC32();
        header.update(octets, 0, CHECKED);
        header.update(octets, TABLES, HEADER - TABLES);
        long free = u32(FREE);
        if (header.getValue() != u32(HEADER_CHECKSUM) || free < HEADER || free > SIZE) {
            strange(EvtxDamage.CHECKSUM);
            return SIZE;
        }
        CRC32 records = new CRC32();
        records.update(octets, HEADER, (int) free - HEADER);
        if (records.getValue() != u32(RECORDS_CHECKSUM)) {
            strange(EvtxDamage.CHECKSUM);
        }
        return (int) free;
    }

    private void records(int end) {
        int at = HEADER;
        while (at < end) {
            long size = end - at < LEAST_RECORD || u32(at) != RECORD ? 0 : u32(at + 4);
            if (size >= LEAST_RECORD && size <= end - at && u32(at + (int) size - 4) == size) {
                record(at, (int) size);
                at += (int) size;
            } else if (isEmpty(at, end)) {
                return;
            } else {
                strange(EvtxDamage.RECORD);
                at = nextRecord(at + 1, end);
            }
        }
    }

    private int nextRecord(int from, int end) {
        for (int at = from; at <= end - LEAST_RECORD; at++) {
            if (u32(at) == RECORD) {
                return at;
            }
        }
        return end;
    }

    private void record(int at, int size) {
        to.record(ChunkCursor.number(octets, at + 8, 8) & Long.MAX_VALUE);
        try {
            to.event(xml.event(at + RECORD_HEADER, at + size - 4));
        } catch (DamagedRecord damaged) {
            strange(damaged.damage());
        }
    }

    private void strange(EvtxDamage damage) {
        to.strange(damage.text());
    }

    private long u32(int at) {
        return ChunkCursor.number(octets, at, 4);
    }

    private boolean isEmpty(int from, int end) {
        for (int i = from; i < end; i++) {
            if (octets[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
