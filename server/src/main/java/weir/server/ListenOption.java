// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import weir.server.feed.LogCount;
import weir.server.feed.LogOptions;
import weir.server.feed.LogSources;
import weir.server.feed.listen.Arrival;
import weir.server.feed.listen.ListenAddress;
import weir.server.feed.listen.ListenLimits;
import weir.server.feed.listen.SyslogListener;
import weir.server.feed.listen.TlsKeys;
import weir.server.input.Stop;
import weir.server.output.ObservationLines;

/** Options of listening for syslog, and the listening. */
final class ListenOption {

    private static final long LOOK_MILLIS = 100;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            converter = Address.class,
            description = {
                "Take syslog from the network, until stopped: udp://HOST:PORT, tcp://HOST:PORT or tls://HOST:PORT;",
                "may be given several times. 0.0.0.0 as the host is all addresses of this computer."
            })
    private List<ListenAddress> addresses = new ArrayList<>();

    @Option(
            names = "--tls-keystore",
            paramLabel = "FILE",
            description = "PKCS#12 with the certificate that tls:// shows, and its key.")
    private @Nullable Path keystore;

    @Option(names = "--tls-password-file", paramLabel = "FILE", description = "Whose first line is its password.")
    private @Nullable Path password;

    /** An address from its text. */
    static final class Address implements ITypeConverter<ListenAddress> {
        @Override
        public ListenAddress convert(String text) {
            try {
                return ListenAddress.of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' " + e.getMessage());
            }
        }
    }

    boolean wished() {
        return !addresses.isEmpty();
    }

    /** What is wrong with the options, "" where nothing is. */
    String fault() {
        boolean secured = addresses.stream().anyMatch(address -> address.kind() == ListenAddress.Kind.TLS);
        if (secured && (keystore == null || password == null)) {
            return "tls:// needs --tls-keystore and --tls-password-file";
        }
        return !secured && (keystore != null || password != null)
                ? "--tls-keystore and --tls-password-file are for --listen tls://"
                : "";
    }

    /** Tells what comes until that is wished to stop, or nobody reads what is told. */
    int listen(ZoneId zone, ObservationLines lines, LogCount count, PrintWriter err, Stop stop) throws IOException {
        InstantSource clock = InstantSource.system();
        LogSources sources = new LogSources(new LogOptions(zone, clock), lines, count);
        try (SyslogListener listener = SyslogListener.open(addresses, keys(), ListenLimits.USUAL, clock)) {
            listener.addresses().forEach(address -> err.println("weir: listens on " + address));
            err.flush();
            try {
                while (!stop.wished()) {
                    tell(listener.next(LOOK_MILLIS), sources, lines);
                }
                listener.stop();
                for (Arrival left = listener.next(0); left != null; left = listener.next(0)) {
                    tell(left, sources, lines);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                listener.losses().counted().forEach((why, times) -> err.println("lost: " + why.text() + "\t" + times));
            }
        }
        sources.end();
        return ExitCode.INTERRUPTED;
    }

    private static void tell(@Nullable Arrival arrival, LogSources sources, ObservationLines lines) {
        if (arrival != null) {
            sources.read(arrival.source(), arrival.text(), arrival.time(), arrival.whole());
            lines.flush();
        }
    }

    private @Nullable SSLContext keys() throws IOException {
        return keystore == null || password == null ? null : TlsKeys.in(keystore, password);
    }
}
