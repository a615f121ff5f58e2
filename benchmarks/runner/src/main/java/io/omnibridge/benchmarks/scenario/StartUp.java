package io.omnibridge.benchmarks.scenario;

import static io.omnibridge.benchmarks.contender.Store.MEMORY;
import static io.omnibridge.benchmarks.load.Signing.HS256;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Jvm;
import io.omnibridge.benchmarks.contender.Node;
import io.omnibridge.benchmarks.load.Requests;
import io.omnibridge.benchmarks.result.Measured;
import io.omnibridge.benchmarks.result.Metric;
import io.omnibridge.benchmarks.result.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long it takes from the start of the process to the first 200, as built, and with an archive of loaded classes. */
final class StartUp implements Scenario {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "From the start of the process to the first 200";
    }

    @Override
    public Section measure(Bench bench) throws IOException {
        List<Starting> starting = starting(bench);
        for (int i = 0; i < bench.effort().starts(); i++) {
            for (Starting one : starting) {
                one.measure(bench);
            }
        }
        return new Section(
                name(),
                title(),
                "Archive: class-data sharing before JDK 25, the ahead-of-time cache from 25 on. OmniBridge's is what its build and"
                        + " its launcher make, and users start with; the others' were made by a run to the first 200.",
                starting.stream().map(Starting::measured).toList());
    }

    private static List<Starting> starting(Bench bench) throws IOException {
        Requests requests = Requests.list(bench.tokens(HS256, 1, 1), 1);
        Contender floor = bench.floor("bytes", requests);
        Contender peer = bench.spring(MEMORY, HS256, requests).withUsers("Spring", 0);
        Contender ours = bench.omnibridge(MEMORY, HS256, requests).withUsers("OmniBridge", 0);
        List<Starting> starting = new ArrayList<>();
        starting.addAll(starting(bench, floor, StartupCache.make(bench, floor)));
        starting.addAll(
                starting(bench, ours.comparedWith(floor.name(), peer.name()), StartupCache.ofOmnibridge(bench)));
        starting.addAll(starting(bench, peer.comparedWith(floor.name(), ""), StartupCache.make(bench, peer)));
        return starting;
    }

    private static List<Starting> starting(Bench bench, Contender contender, Jvm archived) {
        return List.of(
                new Starting(contender, contender.name(), bench.jvm(), new ArrayList<>()),
                new Starting(contender, contender.name() + ", archive", archived, new ArrayList<>()));
    }

    private record Starting(Contender contender, String name, Jvm jvm, List<Map<Metric, Double>> rounds) {

        void measure(Bench bench) throws IOException {
            try (Node node = bench.start(contender, jvm)) {
                double millis = node.untilFirstAnswer().toNanos() / 1e6;
                rounds.add(Map.of(Metric.FIRST_ANSWER_MILLIS, millis));
                Progress.note(name + ": " + Metric.FIRST_ANSWER_MILLIS.format(millis) + " ms");
            }
        }

        Measured measured() {
            return Measured.of(name, contender.floor(), contender.peer(), rounds);
        }
    }
}
