// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.exc.JacksonIOException;

/** A folder of results: each file appears whole or not at all. */
public final class OutputFolder {

    private final Path folder;

    /** Makes the folder, and those above it. */
    public OutputFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    /** Where a file of this name is. */
    public Path of(String name) {
        return folder.resolve(name);
    }

    /** Something that writes text. */
    @FunctionalInterface
    public interface Text {
        void to(Writer out) throws IOException;
    }

    public void write(String name, Text text) throws IOException {
        put(name, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            text.to(writer);
            writer.close();
        });
    }

    /** As {@link #write}, packed with gzip; the same text gives the same bytes. */
    public void writePacked(String name, Text text) throws IOException {
        put(name, out -> {
            Writer writer = new BufferedWriter(
                    new OutputStreamWriter(new GZIPOutputStream(out, 1 << 16), StandardCharsets.UTF_8));
            text.to(writer);
            writer.close();
        });
    }

    private void put(String name, Bytes bytes) throws IOException {
        Path part = folder.resolve(name + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                bytes.to(out);
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException e) {
            throw new FileSystemException(of(name).toString(), null, e.getMessage());
        } catch (JacksonIOException e) {
            Throwable cause = e.getCause();
            throw new FileSystemException(of(name).toString(), null, (cause == null ? e : cause).getMessage());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @FunctionalInterface
    private interface Bytes {
        void to(OutputStream out) throws IOException;
    }
}
