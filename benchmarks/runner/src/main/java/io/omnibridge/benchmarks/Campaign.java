package io.omnibridge.benchmarks;

import io.omnibridge.benchmarks.contender.Jvm;
import io.omnibridge.benchmarks.result.Report;
import io.omnibridge.benchmarks.result.Section;
import io.omnibridge.benchmarks.scenario.Progress;
import io.omnibridge.benchmarks.scenario.Scenario;
import io.omnibridge.bootstrap.process.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Scenarios to be measured on JDKs, one after the other. What was measured is written down after each, and one that fails
 * does not keep the others from being measured.
 *
 * @param project where everything was built, and below which the results go
 */
record Campaign(Effort effort, String heap, List<Jdk> jdks, List<Scenario> scenarios, Path project) {

    private static final String RESULTS = "benchmarks/results";

    /** Measures everything; answers whether nothing failed. */
    boolean run() throws IOException {
        Map<String, String> circumstances = circumstances();
        List<Section> sections = new ArrayList<>();
        boolean whole = true;
        Path folder = Files.createTempDirectory("omnibridge-benchmarks");
        try (Bench bench = new Bench(effort, new Jvm(jdks.get(0), heap), project, folder)) {
            for (Jdk jdk : jdks) {
                for (Scenario scenario : scenarios) {
                    whole &= measure(scenario, bench.on(new Jvm(jdk, heap)), sections);
                    circumstances.put("load average at the end", Machine.load());
                    new Report(circumstances, sections).write(project.resolve(RESULTS));
                }
            }
        } finally {
            delete(folder);
        }
        System.out.println(new Report(circumstances, sections).markdown());
        return whole;
    }

    private static boolean measure(Scenario scenario, Bench bench, List<Section> sections) {
        String jdk = bench.jvm().jdk().toString();
        Progress.note(scenario.name() + " on " + jdk);
        try {
            sections.add(scenario.measure(bench).on(jdk));
            return true;
        } catch (IOException | RuntimeException e) {
            Progress.note(scenario.name() + " FAILED: " + e);
            return false;
        }
    }

    private Map<String, String> circumstances() {
        Map<String, String> circumstances = new LinkedHashMap<>();
        circumstances.put("at", Clock.systemUTC().instant().toString());
        circumstances.put("machine", Machine.description());
        circumstances.put("JDKs", jdks.toString());
        circumstances.put("heap of each process", heap + ", unless a section says otherwise");
        circumstances.put("effort", effort.toString());
        circumstances.put("load average at the start", Machine.load());
        return circumstances;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
