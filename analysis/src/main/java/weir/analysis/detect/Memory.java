// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import weir.analysis.baseline.Baseline;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;

/** What detectors learned beside the baseline, written down: a section for each kind of thing. */
public final class Memory {

    public static final Memory NONE = new Memory(List.of());

    private static final int MOST_SECTIONS = 256;
    private static final int MOST_BYTES = 1 << 28;

    private record Section(String name, int version, byte[] content) {}

    private final List<Section> sections;

    private Memory(List<Section> sections) {
        this.sections = sections;
    }

    static Memory of(List<Remembers> who, Baseline known) throws IOException {
        List<Section> sections = new ArrayList<>();
        for (Remembers one : who) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            StateWriter out = new StateWriter(bytes);
            one.write(out, known);
            out.flush();
            sections.add(new Section(one.section(), one.version(), bytes.toByteArray()));
        }
        return new Memory(sections);
    }

    /** Gives each what it wrote; the names of the sections that nobody here reads. */
    List<String> recall(List<Remembers> who, Baseline known) throws IOException {
        List<String> unread = new ArrayList<>();
        for (Section section : sections) {
            boolean read = false;
            for (Remembers one : who) {
                if (one.section().equals(section.name) && one.version() == section.version) {
                    recall(one, section, known);
                    read = true;
                }
            }
            if (!read) {
                unread.add(section.name + " version " + section.version);
            }
        }
        return unread;
    }

    private static void recall(Remembers one, Section section, Baseline known) throws IOException {
        try {
            one.read(new StateReader(new ByteArrayInputStream(section.content)), known);
        } catch (EOFException cut) {
            throw new IOException("section " + section.name + " ends too early; delete the file to start afresh", cut);
        } catch (IOException damaged) {
            throw new IOException("section " + section.name + ": " + damaged.getMessage(), damaged);
        }
    }

    public void save(DataOutputStream out) throws IOException {
        out.writeShort(sections.size());
        for (Section section : sections) {
            out.writeUTF(section.name);
            out.writeInt(section.version);
            out.writeInt(section.content.length);
            out.writeInt(sum(section.content));
            out.write(section.content);
        }
    }

    /** Reads back what {@link #save} wrote; a section that is not as it was written is refused by its name. */
    public static Memory load(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        if (count > MOST_SECTIONS) {
            throw new IOException("state file: " + count + " sections; delete the file to start afresh");
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int version = in.readInt();
            int length = in.readInt();
            int sum = in.readInt();
            byte[] content = length < 0 || length > MOST_BYTES ? new byte[0] : in.readNBytes(length);
            if (content.length != length || sum(content) != sum) {
                throw new IOException(
                        "state file: section " + name + " is damaged or cut; delete the file to start afresh");
            }
            sections.add(new Section(name, version, content));
        }
        return new Memory(sections);
    }

    private static int sum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }
}
