// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesTest {

    private static final CaptureBytes PCAP = CaptureBytes.pcap(ByteOrder.LITTLE_ENDIAN, Pcap.MICROSECONDS);

    @TempDir
    Path folder = Path.of("");

    @Test
    void anEmptyFileIsSaidToBeEmpty() throws IOException {
        refused(
                Files.createFile(folder.resolve("x.pcap")),
                "x.pcap: is empty; see whether the capture ran, and give a file that it wrote");
    }

    @Test
    void aFileTooShortToTellIsSaidToBe() throws IOException {
        refused(
                Files.write(folder.resolve("x.pcap"), new byte[] {1, 2, 3}),
                "x.pcap: byte 0: only 3 bytes, too few for a capture; give a whole one");
    }

    @Test
    void whatIsNotThereOrNoFileIsSaidToBe() {
        refused(folder.resolve("absent.pcap"), "absent.pcap: there is no such file; check the path");
        refused(folder, ": is a directory; give the capture files in it");
    }

    @Test
    void otherFormatsAreCalledByTheirNames() throws IOException {
        for (OtherFormat format : OtherFormat.values()) {
            assertThat(OtherFormat.of(format.magic())).startsWith("not a pcap or pcapng file but ");
        }
        refused(
                Files.write(folder.resolve("x.zip"), new byte[] {'P', 'K', 3, 4, 0, 0}),
                "x.zip: byte 0: not a pcap or pcapng file but a zip archive; unpack it first");
        assertThat(OtherFormat.of(0x425a_6839)).contains("bzip2");
        assertThat(OtherFormat.of(0x3c68_746d)).contains("starts with 3c 68 74 6d");
    }

    @Test
    void theNameOfAFileSaysNothing() throws IOException {
        Path file = Files.write(folder.resolve("x.txt"), CaptureBytes.gzip(PCAP.bytes()));
        assertThat(Reading.of(open(file)).frames()).hasSize(3);
    }

    @Test
    void aStreamThatComesByteByByteIsReadAsItComes() throws IOException {
        for (byte[] bytes : List.of(PCAP.bytes(), CaptureBytes.gzip(PCAP.bytes()))) {
            InputStream drops = new FilterInputStream(new ByteArrayInputStream(bytes)) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    return super.read(into, offset, Math.min(1, length));
                }

                @Override
                public int available() {
                    return 0;
                }
            };
            assertThat(Reading.of(Captures.open("x.pcap", drops))).isEqualTo(Reading.of(PCAP));
        }
    }

    @Test
    void aFrameIsDeliveredBeforeTheNextIsWritten() throws IOException {
        try (FrameSource source = Captures.open("pipe", failing(new IOException("waited for more")))) {
            Frame frame = new Frame();
            for (int i = 0; i < 3; i++) {
                assertThat(source.next(frame)).isTrue();
            }
            assertThat(source.damages()).isEmpty();
        }
    }

    @Test
    void aFileThatCannotBeReadToItsEndIsDamagedThere() throws IOException {
        Reading reading = Reading.of(Captures.open("x.pcap", failing(new IOException("Input/output error"))));
        assertThat(reading.frames()).hasSize(3);
        assertThat(reading.damagePosition()).isEqualTo(PCAP.size());
        assertThat(reading.reason()).isEqualTo("cannot be read (Input/output error)");
    }

    @Test
    void anInterruptIsNoDamage() throws IOException {
        try (FrameSource source = Captures.open("x.pcap", failing(new InterruptedIOException()))) {
            Frame frame = new Frame();
            for (int i = 0; i < 3; i++) {
                assertThat(source.next(frame)).isTrue();
            }
            assertThatThrownBy(() -> source.next(frame)).isInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void aStreamIsClosedWithItsSourceAndWhenItIsRefused() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        Captures.open("x.pcap", closing(PCAP.bytes(), closed)).close();
        assertThat(closed).isTrue();
        closed.set(false);
        assertThatThrownBy(() -> Captures.open("x.pcap", closing(new byte[9], closed)))
                .isInstanceOf(NotACapture.class);
        assertThat(closed).isTrue();
    }

    @Test
    void progressOfAPackedFileCountsItsPackedBytes() throws IOException {
        byte[] packed = CaptureBytes.gzip(PCAP.bytes());
        try (FrameSource source = open(Files.write(folder.resolve("x.gz"), packed))) {
            assertThat(source.size()).isEqualTo(packed.length);
            assertThat(Reading.of(source).frames()).hasSize(3);
            assertThat(source.position()).isEqualTo(packed.length);
        }
    }

    @Test
    void readingAllocatesNothingForAFrame() throws IOException {
        CaptureBytes pcap = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(Pcap.MICROSECONDS, 1);
        CaptureBytes pcapng =
                new CaptureBytes(ByteOrder.LITTLE_ENDIAN).section().described(1, 0);
        for (int i = 0; i < 50_000; i++) {
            pcap.record(i, 0, new byte[60], 60);
            pcapng.enhanced(0, i, new byte[60], 60);
        }
        for (CaptureBytes capture : List.of(pcap, pcapng)) {
            InputStream bytes = capture.stream();
            try (FrameSource source = Captures.open("x", bytes)) {
                Frame frame = new Frame();
                assertThat(source.next(frame)).isTrue();
                long before = allocated();
                while (source.next(frame)) {}
                assertThat(allocated() - before).isLessThan(50_000);
                assertThat(frame.packet).isEqualTo(50_000);
            }
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static InputStream failing(IOException failure) {
        return new SequenceInputStream(PCAP.stream(), new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw failure;
            }
        });
    }

    private static InputStream closing(byte[] bytes, AtomicBoolean closed) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
    }

    private static FrameSource open(Path file) throws IOException {
        return Captures.open(List.of(file), InputStream.nullInputStream());
    }

    private static void refused(Path file, String message) {
        assertThatThrownBy(() -> open(file)).isInstanceOf(NotACapture.class).hasMessageEndingWith(message);
    }
}
