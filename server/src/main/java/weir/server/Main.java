// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import weir.server.input.StandardInput;
import weir.server.input.Stop;
import weir.server.input.StopSignal;
import weir.server.output.LineStream;

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
            "  weir serve                                         a server that remembers; prints how to come in",
            "",
            "Exit status: 0 done, 1 the input is damaged (all before the damage was used), 2 wrong arguments,",
            "3 the input cannot be read, 4 the output cannot be written, 70 Weir itself failed,",
            "130 stopped by the user."
        },
        subcommands = {
            AnalyzeCommand.class,
            CoverageCommand.class,
            DecodeCommand.class,
            ContentCommand.class,
            LogsCommand.class,
            PointsCommand.class,
            SketchCommand.class,
            ExportCommand.class,
            ProcessCommand.class,
            StateCommand.class,
            ServeCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public static void main(String[] arguments) {
        StandardInput in = new StandardInput();
        StopSignal stop = new StopSignal(in);
        LineStream out = new LineStream(new FileOutputStream(FileDescriptor.out));
        CommandLine line = line(in, out, stop);
        line.setOut(new PrintWriter(new OutputStreamWriter(out, System.out.charset())));
        stop.exit(executed(line, out, arguments));
    }

    private static int executed(CommandLine line, LineStream out, String[] arguments) {
        try {
            return said(line, out, line.execute(arguments));
        } catch (OutOfMemoryError full) {
            return Problems.memory(line.getErr());
        } catch (RuntimeException | Error defect) {
            return Problems.defect(line.getErr(), defect);
        }
    }

    /** What a command says goes through a writer that hides why it could not: here that is asked for. */
    private static int said(CommandLine line, LineStream out, int exit) {
        line.getOut().flush();
        IOException failure = out.failure();
        return exit == ExitCode.NO_OUTPUT || failure == null || out.unwanted()
                ? exit
                : Problems.lines(line.getErr(), failure);
    }

    /** The whole command line; lines of observations go to {@code standardOutput}. */
    static CommandLine line(InputStream standardInput, OutputStream standardOutput, Stop stop) {
        CommandLine.IFactory factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (type == CoverageCommand.class) {
                    return type.cast(new CoverageCommand(standardInput, stop));
                }
                if (type == AnalyzeCommand.class) {
                    return type.cast(new AnalyzeCommand(standardInput, stop));
                }
                if (type == DecodeCommand.class) {
                    return type.cast(new DecodeCommand(standardInput, standardOutput, stop));
                }
                if (type == LogsCommand.class) {
                    return type.cast(new LogsCommand(standardOutput, stop));
                }
                if (type == PointsCommand.class) {
                    return type.cast(new PointsCommand(standardInput, standardOutput, stop));
                }
                if (type == SketchCommand.class) {
                    return type.cast(new SketchCommand(standardOutput, stop));
                }
                if (type == ZeekCommand.class) {
                    return type.cast(new ZeekCommand(standardInput, stop));
                }
                if (type == FindingsCommand.class) {
                    return type.cast(new FindingsCommand(standardOutput, stop));
                }
                if (type == ServeCommand.class) {
                    return type.cast(new ServeCommand(stop));
                }
                if (type == AuditVerifyCommand.class) {
                    return type.cast(new AuditVerifyCommand(DataFolder::store));
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
        CommandLine line = new CommandLine(new Main(), factory);
        line.setUsageHelpWidth(110);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Main::explain);
        return line;
    }

    private static int explain(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("weir: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
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
