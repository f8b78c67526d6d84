// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import weir.server.feed.evtx.EvtxRecords;
import weir.server.feed.record.Recorded;
import weir.server.feed.record.WindowsXml;

/** The records of a binary log of Windows, each as if it were a line of XML; its number is that of the record. */
final class EvtxLog implements EvtxRecords {

    private final LogEntry entry;
    private final Feed windows = new Recorded(new WindowsXml());

    EvtxLog(LogEntry entry) {
        this.entry = entry;
    }

    @Override
    public void record(long number) {
        entry.begin(number);
    }

    @Override
    public void event(String xml) {
        windows.read(xml, entry);
    }

    @Override
    public void strange(String name) {
        entry.strange(name);
    }
}
