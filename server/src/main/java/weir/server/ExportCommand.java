// SPDX-License-Identifier: Apache-2.0
package weir.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes what was seen in the formats of others. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {"Writes what was seen in captures, or found in them, in the format of another program.", ""},
        subcommands = {ZeekCommand.class, FindingsCommand.class, CommandLine.HelpCommand.class})
final class ExportCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
