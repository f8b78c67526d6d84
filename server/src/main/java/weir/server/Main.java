// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command line of Weir. */
@Command(
        name = "weir",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        description = "Sees who is in a plant network, what they say to each other, and what of it is dangerous.",
        footerHeading = "%nStart here:%n",
        footer = {
            "  weir analyze samples/plant.pcapng --out picture    look at picture/report.html",
            "  weir decode samples/plant.pcapng | head            one JSON object a line",
            "  weir points samples/plant.pcapng                   which process values there are",
            "",
            "Exit status: 0 done, 1 the input is damaged (all before the damage was used), 2 wrong arguments,",
            "3 the input cannot be read, 4 the output cannot be written, 130 stopped by the user."
        },
        subcommands = {
            AnalyzeCommand.class,
            DecodeCommand.class,
            PointsCommand.class,
            SketchCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(line(System.in, new FileOutputStream(FileDescriptor.out)).execute(arguments));
    }

    /** The whole command line; lines of observations go to {@code standardOutput}. */
    static CommandLine line(InputStream standardInput, OutputStream standardOutput) {
        CommandLine.IFactory factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (type == AnalyzeCommand.class) {
                    return type.cast(new AnalyzeCommand(standardInput));
                }
                if (type == DecodeCommand.class) {
                    return type.cast(new DecodeCommand(standardInput, standardOutput));
                }
                if (type == PointsCommand.class) {
                    return type.cast(new PointsCommand(standardInput, standardOutput));
                }
                if (type == SketchCommand.class) {
                    return type.cast(new SketchCommand(standardOutput));
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
        CommandLine line = new CommandLine(new Main(), factory);
        line.setUsageHelpWidth(110);
        line.setParameterExceptionHandler(Main::explain);
        return line;
    }

    private static int explain(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("weir: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try: weir " + wrong.getCommandLine().getCommandName().replace("weir", "") + " --help");
        err.flush();
        return ExitCode.USAGE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The version from the program's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Weir " + number()};
        }

        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
