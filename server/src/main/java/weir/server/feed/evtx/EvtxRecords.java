// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

/** Who is told what the records of a file say. */
public interface EvtxRecords {

    /** A record begins; what is told next is of it. */
    void record(long number);

    /** @param xml the event: one {@code <Event ...>...</Event>} */
    void event(String xml);

    /** @param name what of the file, or of the record, could not be read */
    void strange(String name);
}
