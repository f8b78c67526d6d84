// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The folder that logs are written into, a file each, as soon as there is a line for it; whole or not at all. */
final class LogFolder implements AutoCloseable {

    private final Path folder;
    private final LogFile.Style style;

    /** As many as there are formats. */
    private final Map<String, LogFile> logs = new TreeMap<>();

    private final Map<String, Optional<LogFormat>> formats = new TreeMap<>();

    private @Nullable IOException failure;

    LogFolder(Path folder, LogFile.Style style) throws IOException {
        this.folder = folder;
        this.style = style;
        Files.createDirectories(folder);
    }

    /** Why a log could not be written, null while all could be. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** The format of a log, looked up once; empty where there is none. */
    Optional<LogFormat> format(String log) {
        return formats.computeIfAbsent(log, LogFormat::of);
    }

    /** Adds a line to a log; a log without a format has none, and nothing more is written after a failure. */
    void line(String log, Map<String, Object> values) {
        if (failure != null) {
            return;
        }
        try {
            LogFile file = logs.get(log);
            if (file == null) {
                Optional<LogFormat> format = format(log);
                if (format.isEmpty()) {
                    return;
                }
                file = LogFile.of(format.get(), style, writer(log));
                logs.put(log, file);
            }
            file.line(values);
        } catch (IOException e) {
            failure = e;
        }
    }

    private Writer writer(String log) throws IOException {
        return Files.newBufferedWriter(part(log), StandardCharsets.UTF_8);
    }

    private Path part(String log) {
        return folder.resolve(log + ".log.part");
    }

    /** Gives the logs their names. */
    void finish() throws IOException {
        if (failure != null) {
            throw failure;
        }
        for (Map.Entry<String, LogFile> log : logs.entrySet()) {
            log.getValue().end();
            Files.move(part(log.getKey()), folder.resolve(log.getKey() + ".log"), StandardCopyOption.REPLACE_EXISTING);
        }
        logs.clear();
    }

    /** Takes away what was not finished. */
    @Override
    public void close() throws IOException {
        for (Map.Entry<String, LogFile> log : logs.entrySet()) {
            log.getValue().end();
            Files.deleteIfExists(part(log.getKey()));
        }
    }
}
