// SPDX-License-Identifier: Apache-2.0
package weir.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Learns and judges a process by the values of its variables. */
@Command(
        name = "process",
        mixinStandardHelpOptions = true,
        description = {
            "Learns from a historian's export how the variables of a process hang together in normal operation,",
            "and judges others by it. What it does is described in docs/process.md.",
            ""
        },
        subcommands = {ProcessLearnCommand.class, ProcessJudgeCommand.class, CommandLine.HelpCommand.class})
final class ProcessCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
