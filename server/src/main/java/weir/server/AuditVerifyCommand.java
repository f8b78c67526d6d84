// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.server.audit.AuditPublicKey;
import weir.server.audit.AuditVerdict;
import weir.server.audit.AuditVerifier;
import weir.store.Store;

/** Proves an audit: that of a server's folder, or one that was downloaded. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Proves that no entry of the audit was changed, taken away or put in: each hangs on the one before by its",
            "hash, and the last is signed. Exit status 0: whole; 1: not, and the first wrong entry is named.",
            ""
        })
final class AuditVerifyCommand implements Callable<Integer> {

    /** Opens the store in the folder of a server. */
    @FunctionalInterface
    interface StoreIn {
        Store open(Path data) throws IOException;
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A downloaded audit, in place of the one in the folder.")
    private @Nullable Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The folder of the server (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = {
                "The public key that signed it (default: audit.pub in the folder). A copy that was kept elsewhere",
                "proves more: whoever owns the folder could have put another key there."
            })
    private @Nullable Path key;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final StoreIn stores;

    AuditVerifyCommand(StoreIn stores) {
        this.stores = stores;
    }

    @Override
    public Integer call() {
        try {
            AuditPublicKey trusted = AuditPublicKey.read(key == null ? data.resolve("audit.pub") : key);
            return said(verdict(new AuditVerifier(trusted)), trusted);
        } catch (IOException e) {
            return Problems.input(spec.commandLine().getErr(), e);
        }
    }

    private AuditVerdict verdict(AuditVerifier verifier) throws IOException {
        if (file != null) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return verifier.verify(in);
            }
        }
        try (Store store = stores.open(data)) {
            return store.look(verifier::verify);
        }
    }

    private int said(AuditVerdict verdict, AuditPublicKey trusted) {
        PrintWriter out = spec.commandLine().getOut();
        int exit = switch (verdict) {
            case AuditVerdict.Whole(long from, long to, long checkpoints, String at) -> {
                out.printf("The audit is whole: entries %d to %d, the last at %s.%n", from, to, at);
                out.printf("%d checkpoints, signed by the key %s.%n", checkpoints, trusted.fingerprint());
                yield ExitCode.DONE;
            }
            case AuditVerdict.Broken(long entry, String why) -> {
                out.printf("The audit is broken at entry %d: it %s.%n", entry, why);
                yield ExitCode.DAMAGED;
            }
        };
        out.flush();
        return exit;
    }
}
