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
            "and judges others by it; learns from machines that failed how they wear out, and foretells others.",
            "What it does is described in docs/process.md and docs/wear.md.",
            ""
        },
        subcommands = {
            ProcessLearnCommand.class,
            ProcessJudgeCommand.class,
            ProcessWearCommand.class,
            ProcessForetellCommand.class,
            CommandLine.HelpCommand.class
        })
final class ProcessCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
