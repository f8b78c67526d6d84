// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import weir.wire.Protocol;
import weir.wire.sensor.Protocols;

/** Runs the benchmarks with JMH's own command line, bytes allocated counted, decoders of all registered protocols. */
final class Main {

    private Main() {}

    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        CommandLineOptions asked = new CommandLineOptions(arguments);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(asked);
        options.addProfiler(GCProfiler.class);
        if (!asked.getParameter("protocol").hasValue()) {
            options.param(
                    "protocol",
                    Protocols.all().stream().map(Protocol::name).distinct().toArray(String[]::new));
        }
        new Runner(options.build()).run();
    }
}
