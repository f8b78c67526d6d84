// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import weir.server.input.Stop;

/** Runs the server until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the server: takes captures, remembers, and answers over HTTPS who is in the plant and what of it is",
            "dangerous. The first time it prints a link that makes the first administrator.",
            ""
        })
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The folder where it keeps everything (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8443",
            description = "The port of HTTPS (default: ${DEFAULT-VALUE}; 0: any that is free).")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "localhost",
            description = "Where it listens (default: ${DEFAULT-VALUE}, this machine alone; 0.0.0.0: everywhere).")
    private String address = "localhost";

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "Certificates in PEM, in place of those of its own authority; with --key. Read again when renewed.")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "The private key of --certificate, in PEM.")
    private @Nullable Path key;

    @Option(
            names = "--store",
            paramLabel = "ADDRESS",
            description = {
                "postgresql://USER@HOST:PORT/DATABASE, in place of a file in the folder; the password is in the",
                "environment as WEIR_STORE_PASSWORD."
            })
    private @Nullable String store;

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "Take captures from this folder once they are written whole.")
    private @Nullable Path watched;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private DescribeOption describe = new DescribeOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Stop stop;

    ServeCommand(Stop stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port " + port + ": a port is from 0 to 65535");
        }
        if ((certificate == null) != (key == null)) {
            throw new ParameterException(spec.commandLine(), "--certificate and --key have to be given together");
        }
        PrintWriter err = spec.commandLine().getErr();
        try (Serving serving = Serving.start(
                new Serving.Wishes(data, address, port, certificate, key, store, watched),
                describe.protocols(),
                rules.detectors(err),
                InstantSource.system(),
                (where, what) -> said(err, where, what))) {
            welcome(serving);
            serving.runUntil(stop);
            return ExitCode.DONE;
        } catch (BindException taken) {
            err.println("weir: cannot listen on " + address + " port " + port + ": " + taken.getMessage()
                    + "; give another with --port or --address");
            err.flush();
            return ExitCode.NO_INPUT;
        } catch (IOException e) {
            return Problems.input(err, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private static void said(PrintWriter err, String where, Throwable what) {
        err.println("weir: " + where + ": " + what);
        if (!(what instanceof IOException)) {
            what.printStackTrace(err);
        }
        err.flush();
    }

    private void welcome(Serving serving) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Weir serves at " + serving.url());
        out.println("Its certificate has the SHA-256 fingerprint " + serving.fingerprint());
        serving.firstLink().ifPresent(link -> {
            out.println("Nobody is known yet. This link makes the first administrator, once, within 24 hours:");
            out.println("  " + serving.url() + "/welcome#" + link);
        });
        out.flush();
    }
}
