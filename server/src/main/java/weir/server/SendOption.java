// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import weir.server.delivery.Delivery;
import weir.server.delivery.Destination;
import weir.server.delivery.Message;
import weir.server.delivery.Receiver;
import weir.server.delivery.Spool;
import weir.server.delivery.Trust;
import weir.server.input.Stop;
import weir.server.output.findings.FindingFormat;
import weir.server.output.findings.Found;

/** Options of sending, and the sending. */
final class SendOption {

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            converter = Address.class,
            description =
                    "Send them: syslog+tls://host:6514, syslog+tcp://host:601, syslog+udp://host:514, or an https://"
                            + " address that takes a POST each. What is not taken waits in a spool for the next run.")
    private @Nullable Destination to;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificates (PEM) of the only authorities to believe; those of Java unless given.")
    private @Nullable Path authorities;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Whose content proves to an https address who sends.")
    private @Nullable Path token;

    @Option(
            names = "--spool",
            paramLabel = "FOLDER",
            description = "What waits; in the FOLDER of findings unless given.")
    private @Nullable Path spool;

    @Option(
            names = "--spool-size",
            paramLabel = "MIB",
            defaultValue = "64",
            description = "How much may wait before the oldest goes unsent: ${DEFAULT-VALUE} MiB unless given.")
    private int spoolSize = 64;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to try when it is not taken: ${DEFAULT-VALUE} seconds unless given.")
    private int wait = 60;

    /** A destination from its text. */
    static final class Address implements ITypeConverter<Destination> {
        @Override
        public Destination convert(String text) {
            try {
                return Destination.of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' " + e.getMessage());
            }
        }
    }

    boolean wished() {
        return to != null;
    }

    boolean toSyslog() {
        Destination destination = to;
        return destination != null && destination.isSyslog();
    }

    /** Keeps them on disk first; then they go, behind those that waited. */
    int send(FindingFormat format, Found found, Path folder, PrintWriter err, Stop stop) throws IOException {
        Destination destination = to;
        if (destination == null) {
            return ExitCode.USAGE;
        }
        Path at = spool == null ? folder.resolve("spool").resolve(hash(destination + " " + format)) : spool;
        Trust trust = authorities == null ? Trust.usual() : Trust.in(authorities);
        try (Receiver receiver = destination.receiver(trust, format.mediaType(), token);
                Spool waiting = open(at)) {
            long dropped = waiting.dropped();
            add(waiting, format, found, at);
            Delivery.Result result = new Delivery(waiting, receiver, Duration.ofSeconds(wait), stop::wished).run();
            return tell(result, waiting, waiting.dropped() - dropped, destination, at, err, stop);
        }
    }

    private Spool open(Path at) throws Unwritten {
        try {
            return Spool.open(at, (long) Math.max(1, spoolSize) << 20);
        } catch (IOException e) {
            throw new Unwritten(at, Problems.reason(e));
        }
    }

    /** What an earlier run has added and not finished is not added again. */
    private static void add(Spool to, FindingFormat format, Found found, Path at) throws Unwritten {
        try {
            Set<String> known = to.ids();
            List<Message> messages = format.entries(found, Main.Version.number()).stream()
                    .map(entry -> new Message(
                            entry.id() + "-" + hash(entry.text()).substring(0, 8),
                            entry.severity(),
                            entry.time(),
                            entry.text()))
                    .filter(message -> !known.contains(message.id()))
                    .toList();
            to.add(messages);
        } catch (IOException e) {
            throw new Unwritten(at, Problems.reason(e));
        }
    }

    private static int tell(
            Delivery.Result result, Spool waiting, long dropped, Destination to, Path at, PrintWriter err, Stop stop) {
        err.println("weir: " + result.sent() + " sent to " + to.place());
        if (dropped > 0) {
            err.println("weir: " + dropped + " dropped, the oldest: the spool was full; give more with --spool-size");
        }
        if (result.refused() > 0) {
            err.println("weir: " + result.refused() + " refused, the last " + result.refusal());
        }
        if (!result.failure().isEmpty()) {
            err.println("weir: " + waiting.waiting() + " not taken (" + result.failure() + "); they wait in " + at
                    + " for the next run");
        }
        err.flush();
        if (stop.wished() && waiting.waiting() > 0) {
            return ExitCode.INTERRUPTED;
        }
        boolean all = result.failure().isEmpty() && result.refused() == 0 && dropped == 0;
        return all ? ExitCode.DONE : ExitCode.NO_OUTPUT;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
