// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.model.Address;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Parcel;
import weir.wire.Sink;
import weir.wire.SinkOptions;

class KeptFilesTest {

    /** SHA-256 of "abc" (FIPS 180-4, appendix B.1). */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private final Sighting at = new Sighting().packet(7, 0);

    @Test
    void what_is_complete_gets_its_name_and_is_listed_with_its_hash() throws IOException {
        KeptFiles kept = kept(KeptFiles.Bounds.USUAL);
        Sink sink = sink(kept);
        Parcel parcel = begin(sink, "../../boot/app.bin");
        sink.part(parcel, cursor("a"), 1);
        Parcel other = begin(sink, "other");
        sink.part(other, cursor("x"), 1);
        sink.part(parcel, cursor("bc"), 2);
        assertThat(names()).containsExactly("00001-app.bin.part", "00002-other.part");
        sink.complete(parcel);
        kept.close();
        assertThat(names()).containsExactly("00001-app.bin", "00002-other.part", "files.csv");
        assertThat(folder.resolve("00001-app.bin")).hasContent("abc");
        assertThat(Files.readAllLines(folder.resolve("files.csv")))
                .containsExactly(
                        "file,name,protocol,kind,holder,unit,way,bytes,sha256,complete,packet",
                        "00001-app.bin,../../boot/app.bin,ftp,file,10.0.0.1,,into_device,3," + ABC + ",yes,7",
                        "00002-other.part,other,ftp,file,10.0.0.1,,into_device,1,,no,7");
    }

    @Test
    void what_breaks_off_or_misses_bytes_stays_a_part() throws IOException {
        KeptFiles kept = kept(KeptFiles.Bounds.USUAL);
        Sink sink = sink(kept);
        Parcel broken = begin(sink, "broken");
        sink.part(broken, cursor("a"), 1);
        sink.broken(broken);
        Parcel holed = begin(sink, "holed");
        sink.part(holed, 5, cursor("a"), 1);
        sink.complete(holed);
        assertThat(names()).containsExactly("00001-broken.part", "00002-holed.part");
    }

    @Test
    void an_empty_one_is_kept_too() throws IOException {
        Sink sink = sink(kept(KeptFiles.Bounds.USUAL));
        sink.complete(begin(sink, ""));
        assertThat(names()).containsExactly("00001-file");
    }

    @Test
    void no_more_is_kept_than_the_bounds_allow() throws IOException {
        KeptFiles kept = kept(new KeptFiles.Bounds(4, 6, 3));
        Sink sink = sink(kept);
        for (String name : List.of("one", "two", "three", "four")) {
            Parcel parcel = begin(sink, name);
            sink.part(parcel, cursor("abc"), 3);
            sink.part(parcel, cursor("de"), 2);
            sink.complete(parcel);
        }
        kept.close();
        assertThat(names()).containsExactly("00001-one.part", "00002-two.part", "00003-three.part", "files.csv");
        assertThat(folder.resolve("00001-one.part")).hasContent("abcd");
        assertThat(folder.resolve("00002-two.part")).hasContent("ab");
        assertThat(folder.resolve("00003-three.part")).isEmptyFile();
        assertThat(kept.turnedAway()).isEqualTo(1);
        assertThat(kept.failure()).isNull();
    }

    @Test
    void a_link_that_lies_in_the_way_is_not_followed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.createSymbolicLink(kept.resolve("00001-app.part"), elsewhere);
        KeptFiles files = new KeptFiles(kept, KeptFiles.Bounds.USUAL);
        Sink sink = sink(files);
        sink.part(begin(sink, "app"), cursor("abc"), 3);
        assertThat(elsewhere).hasContent("precious");
        assertThat(files.failure()).isNotNull();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private KeptFiles kept(KeptFiles.Bounds bounds) {
        return new KeptFiles(folder, bounds);
    }

    private Sink sink(KeptFiles kept) {
        return new Sink((sighting, what) -> {}, at, SinkOptions.PLAIN.keeping(kept)).speaking("ftp");
    }

    private static Parcel begin(Sink sink, String name) {
        return sink.parcel(new Subject(Address.ipv4(0x0a00_0001), ""), "file", name, Transfer.Way.INTO_DEVICE);
    }

    private static Cursor cursor(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Cursor().wrap(bytes, 0, bytes.length);
    }
}
