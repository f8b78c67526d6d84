// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the records of a file said. */
final class EvtxHeard implements EvtxRecords {

    final List<Long> numbers = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final Map<String, Integer> strange = new TreeMap<>();

    static EvtxHeard of(byte[] file) {
        EvtxHeard heard = new EvtxHeard();
        try {
            EvtxFile.read(new ByteArrayInputStream(file), heard);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return heard;
    }

    @Override
    public void record(long number) {
        numbers.add(number);
    }

    @Override
    public void event(String xml) {
        events.add(xml);
    }

    @Override
    public void strange(String name) {
        strange.merge(name, 1, Integer::sum);
    }
}
