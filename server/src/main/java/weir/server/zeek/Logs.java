// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.model.Observation;
import weir.model.Sighting;
import weir.wire.Protocol;
import weir.wire.Row;
import weir.wire.SinkOptions;
import weir.wire.sensor.Sensor;

/** All logs of one run: the lines that decoders give, completed by their connections; and the connections themselves. */
public final class Logs implements AutoCloseable {

    private final LogFolder folder;
    private final Connections connections;
    private final List<Protocol> protocols;

    /** Lines of a connection that wait; further ones are written as they are. */
    private static final int MOST_WAITING = 64;

    private Logs(LogFolder folder, List<Protocol> protocols) {
        this.folder = folder;
        this.protocols = protocols;
        this.connections = new Connections(new ServerPorts(protocols), this::ended);
    }

    /** @param json objects instead of cells by tabs */
    public static Logs into(Path folder, boolean json, List<Protocol> protocols) throws IOException {
        return new Logs(new LogFolder(folder, json ? LogFile.Style.JSON : LogFile.Style.TABS), protocols);
    }

    /** A sensor that writes these logs. */
    public Sensor sensor(String name) {
        return new Sensor(name, this::observe, SinkOptions.PLAIN.withRows(this::row), protocols, connections);
    }

    private void observe(Sighting at, Observation what) {
        connections.observe(at, what);
    }

    private void row(Sighting at, Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ts", row.time());
        Connection connection = connections.of(at);
        if (connection != null) {
            connection.identify(values);
            values.put("is_orig", connection.isFromOriginator(at.source(), at.sourcePort()));
        }
        values.put("source_h", at.source().toString());
        values.put("source_p", (long) at.sourcePort());
        values.put("destination_h", at.destination().toString());
        values.put("destination_p", (long) at.destinationPort());
        values.putAll(row.fields());
        if (connection == null) {
            folder.line(row.log(), values);
            return;
        }
        Optional<LogFormat> format = folder.format(row.log());
        if (format.isPresent() && format.get().isOfConnections()) {
            connection.waiting().merge(row.log(), values, (all, next) -> Joined.of(format.get(), all, next));
        } else if (row.waits() && connection.waiting().size() < MOST_WAITING) {
            connection.waiting().put(waitingName(row), values);
        } else {
            connection.waiting().remove(waitingName(row));
            folder.line(row.log(), values);
        }
    }

    /** Its log, and its key behind a tab where it has one. */
    private static String waitingName(Row row) {
        return row.key().isEmpty() ? row.log() : row.log() + '\t' + row.key();
    }

    private void ended(Connection connection, String protocol) {
        connection.waiting().forEach((name, values) -> folder.line(name.split("\t", 2)[0], values));
        connection.waiting().clear();
        folder.line("conn", connection.line(Services.of(protocol, connection.transport())));
    }

    /** Why a log could not be written, null while all could be. */
    public @Nullable IOException failure() {
        return folder.failure();
    }

    /** All was told: the logs get their names. */
    public void finish() throws IOException {
        folder.finish();
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
