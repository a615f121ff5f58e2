package io.omnibridge.benchmarks;

import io.omnibridge.benchmarks.scenario.Scenario;
import io.omnibridge.benchmarks.scenario.Scenarios;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Jdks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what is asked for, prints the table, and writes it to {@code benchmarks/results}. */
@Command(
        name = "benchmarks/run",
        description = "Measures OmniBridge beside the floor and beside what a user would pick instead.",
        mixinStandardHelpOptions = true)
public final class BenchmarkRunner implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--quick", description = "only see that everything works; the figures say little")
    private boolean quick;

    @Option(names = "--list", description = "name the scenarios, and end")
    private boolean list;

    @Option(
            names = "--jdk",
            split = ",",
            description = "feature versions, such as 17,25; all that are found, if not given")
    private List<Integer> features = List.of();

    @Option(names = "--heap", defaultValue = "512m", description = "of every process; ${DEFAULT-VALUE}")
    private String heap = "";

    @Option(names = "--rounds", description = "how often each contender is measured; 5")
    private int rounds;

    @Option(names = "--seconds", description = "how long each measurement takes; 5")
    private int seconds;

    @Option(names = "--connections", description = "over which requests come at the same time; 16")
    private int connections;

    @Option(names = "--accounts", description = "how many there are where there are many; 1000000")
    private int accounts;

    @Parameters(paramLabel = "SCENARIO", description = "which to measure; all, if none is given")
    private List<String> names = List.of();

    private BenchmarkRunner() {}

    public static void main(String[] arguments) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy), "end processes"));
        System.exit(new CommandLine(new BenchmarkRunner()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            Scenarios.all().forEach(scenario -> System.out.printf("%-16s %s%n", scenario.name(), scenario.title()));
            return CommandLine.ExitCode.OK;
        }
        Path project = Path.of("").toAbsolutePath();
        return new Campaign(effort(), heap, jdks(), scenarios(), project).run()
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    private List<Scenario> scenarios() {
        List<Scenario> all = Scenarios.all();
        List<String> known = all.stream().map(Scenario::name).toList();
        if (!known.containsAll(names)) {
            throw new ParameterException(spec.commandLine(), "the scenarios are " + known);
        }
        return all.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
                .toList();
    }

    private List<Jdk> jdks() {
        List<Jdk> found = Jdks.all();
        List<Jdk> wanted = found.stream()
                .filter(jdk -> features.isEmpty() || features.contains(jdk.feature()))
                .toList();
        if (wanted.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there are only " + found);
        }
        return wanted;
    }

    private Effort effort() {
        Effort usual = quick ? Effort.QUICK : Effort.FULL;
        return new Effort(
                rounds > 0 ? rounds : usual.rounds(),
                seconds > 0 ? Duration.ofSeconds(seconds) : usual.slice(),
                usual.warmUps(),
                connections > 0 ? connections : usual.connections(),
                usual.starts(),
                accounts > 0 ? accounts : usual.accounts(),
                usual.hmacTokens(),
                usual.signedTokens());
    }
}
