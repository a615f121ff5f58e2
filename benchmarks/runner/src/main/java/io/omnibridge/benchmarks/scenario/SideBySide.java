package io.omnibridge.benchmarks.scenario;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Jvm;
import io.omnibridge.benchmarks.result.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Contenders under load, all running at the same time, measured one after the other in each round.
 *
 * @param note what has to be known to read the table
 * @param heap of each process; empty for the usual one
 */
record SideBySide(String name, String title, String note, String heap, Contenders contenders) implements Scenario {

    SideBySide(String name, String title, String note, Contenders contenders) {
        this(name, title, note, "", contenders);
    }

    /** Who is measured. */
    @FunctionalInterface
    interface Contenders {
        List<Contender> of(Bench bench) throws IOException;
    }

    @Override
    public Section measure(Bench bench) throws IOException {
        List<Loaded> running = new ArrayList<>();
        try {
            for (Contender contender : contenders.of(bench)) {
                running.add(Loaded.start(bench, jvm(bench), contender));
            }
            bench.complete();
            running.forEach(Loaded::complete);
            running.forEach(Loaded::warmUp);
            for (int round = 0; round < bench.effort().rounds(); round++) {
                running.forEach(Loaded::measure);
            }
            return new Section(
                    name, title, note, running.stream().map(Loaded::measured).toList());
        } finally {
            running.forEach(Loaded::close);
        }
    }

    private Jvm jvm(Bench bench) {
        return heap.isEmpty() ? bench.jvm() : new Jvm(bench.jvm().jdk(), heap);
    }
}
