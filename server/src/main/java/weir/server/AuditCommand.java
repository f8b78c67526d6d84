// SPDX-License-Identifier: Apache-2.0
package weir.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is done with the audit of a server. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {"Proves that nobody changed the audit of a server.", ""},
        subcommands = AuditVerifyCommand.class)
final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
