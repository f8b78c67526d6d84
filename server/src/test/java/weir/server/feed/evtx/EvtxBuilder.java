// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes a log of one chunk as Windows does: names and templates once, where they are used first. */
final class EvtxBuilder {

    static final int HEADER = 4096;
    static final int CHUNK = 1 << 16;

    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<EvtxNode.Element, Integer> templates = new HashMap<>();
    private long records;
    private int last;

    EvtxBuilder() {
        chunk.position(512);
    }

    EvtxBuilder record(long ticks, EvtxNode.Element template, EvtxDatum... values) {
        last = chunk.position();
        chunk.putInt(0x2a2a).putInt(0).putLong(++records).putLong(ticks);
        instance(template, List.of(values));
        chunk.put((byte) 0);
        while (chunk.position() % 8 != 4) {
            chunk.put((byte) 0);
        }
        int size = chunk.position() + 4 - last;
        chunk.putInt(size).putInt(last + 4, size);
        return this;
    }

    /** Where the record that was written last begins in the file. */
    int lastRecord() {
        return HEADER + last;
    }

    private void instance(EvtxNode.Element template, List<EvtxDatum> values) {
        fragment();
        chunk.put((byte) 0x0c).put((byte) 1).putInt(template.hashCode());
        Integer known = templates.get(template);
        if (known == null) {
            templates.put(template, chunk.position() + 4);
            chunk.putInt(chunk.position() + 4);
            chunk.putInt(0).putLong(template.hashCode()).putLong(7);
            int size = reserved();
            fragment();
            element(template, true);
            chunk.put((byte) 0);
            filled(size);
        } else {
            chunk.putInt(known);
        }
        values(values);
    }

    private void fragment() {
        chunk.put((byte) 0x0f).put((byte) 1).put((byte) 1).put((byte) 0);
    }

    private void values(List<EvtxDatum> values) {
        chunk.putInt(values.size());
        int kinds = chunk.position();
        chunk.position(kinds + 4 * values.size());
        for (EvtxDatum value : values) {
            int from = chunk.position();
            int type = value(value);
            chunk.putShort(kinds, (short) (chunk.position() - from)).put(kinds + 2, (byte) type);
            kinds += 4;
        }
    }

    private int value(EvtxDatum value) {
        return switch (value) {
            case EvtxDatum.Plain plain -> {
                chunk.put(plain.octets());
                yield plain.type();
            }
            case EvtxDatum.Nested nested -> {
                instance(nested.template(), nested.values());
                chunk.put((byte) 0);
                yield 0x21;
            }
            case EvtxDatum.Bare bare -> {
                fragment();
                element(bare.element(), bare.dependencies());
                chunk.put((byte) 0);
                yield 0x21;
            }
        };
    }

    private void element(EvtxNode.Element element, boolean dependencies) {
        chunk.put((byte) (element.attributes().isEmpty() ? 1 : 0x41));
        if (dependencies) {
            chunk.putShort((short) element.dependency());
        }
        int size = reserved();
        name(element.name());
        if (!element.attributes().isEmpty()) {
            attributes(element.attributes());
        }
        if (element.content().isEmpty()) {
            chunk.put((byte) 3);
        } else {
            chunk.put((byte) 2);
            element.content().forEach(node -> node(node, dependencies));
            chunk.put((byte) 4);
        }
        filled(size);
    }

    private void attributes(Map<String, EvtxNode> attributes) {
        int size = reserved();
        int left = attributes.size();
        for (Map.Entry<String, EvtxNode> attribute : attributes.entrySet()) {
            chunk.put((byte) (--left == 0 ? 0x06 : 0x46));
            name(attribute.getKey());
            node(attribute.getValue(), true);
        }
        filled(size);
    }

    private void node(EvtxNode node, boolean dependencies) {
        switch (node) {
            case EvtxNode.Element element -> element(element, dependencies);
            case EvtxNode.Text text -> counted(chunk.put((byte) 5).put((byte) 1), text.text());
            case EvtxNode.Cdata cdata -> counted(chunk.put((byte) 7), cdata.text());
            case EvtxNode.Character character -> chunk.put((byte) 8).putShort((short) character.code());
            case EvtxNode.Entity entity -> {
                chunk.put((byte) 9);
                name(entity.name());
            }
            case EvtxNode.Place place ->
                chunk.put((byte) (place.optional() ? 0x0e : 0x0d))
                        .putShort((short) place.number())
                        .put((byte) place.type());
        }
    }

    private static void counted(ByteBuffer to, String text) {
        to.putShort((short) text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private void name(String name) {
        Integer known = names.get(name);
        if (known == null) {
            names.put(name, chunk.position() + 4);
            chunk.putInt(chunk.position() + 4);
            chunk.putInt(0).putShort((short) hash(name));
            counted(chunk, name);
            chunk.putShort((short) 0);
        } else {
            chunk.putInt(known);
        }
    }

    /** [MS-EVEN6] 2.2.12: NameHash. */
    private static int hash(String name) {
        int hash = 0;
        for (char c : name.toCharArray()) {
            hash = hash * 65599 + c;
        }
        return hash & 0xffff;
    }

    private int reserved() {
        chunk.putInt(0);
        return chunk.position();
    }

    private void filled(int reserved) {
        chunk.putInt(reserved - 4, chunk.position() - reserved);
    }

    byte[] chunk() {
        ByteBuffer done = ByteBuffer.wrap(Arrays.copyOf(chunk.array(), CHUNK)).order(ByteOrder.LITTLE_ENDIAN);
        int free = chunk.position();
        done.put("ElfChnk\0".getBytes(StandardCharsets.US_ASCII));
        done.putLong(1).putLong(records).putLong(1).putLong(records);
        done.putInt(128).putInt(last).putInt(free).putInt(checksum(done.array(), 512, free));
        CRC32 header = new CRC32();
        header.update(done.array(), 0, 120);
        header.update(done.array(), 128, 384);
        return done.putInt(124, (int) header.getValue()).array();
    }

    byte[] file() {
        return file(chunk());
    }

    static byte[] file(byte[]... chunks) {
        ByteBuffer file = ByteBuffer.allocate(HEADER + chunks.length * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        file.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
        file.putLong(0).putLong(chunks.length - 1).putLong(1000).putInt(128);
        file.putShort((short) 1).putShort((short) 3).putShort((short) HEADER).putShort((short) chunks.length);
        file.putInt(124, checksum(file.array(), 0, 120)).position(HEADER);
        for (byte[] chunk : chunks) {
            file.put(chunk);
        }
        return file.array();
    }

    private static int checksum(byte[] octets, int from, int to) {
        CRC32 checksum = new CRC32();
        checksum.update(octets, from, to - from);
        return (int) checksum.getValue();
    }
}
