package io.omnibridge.benchmarks.scenario;

import static io.omnibridge.benchmarks.contender.Store.MEMORY;
import static io.omnibridge.benchmarks.contender.Store.POSTGRES;
import static io.omnibridge.benchmarks.contender.Store.REDIS;
import static io.omnibridge.benchmarks.load.Signing.HS256;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Jvm;
import io.omnibridge.benchmarks.contender.Node;
import io.omnibridge.benchmarks.contender.Store;
import io.omnibridge.benchmarks.load.Requests;
import io.omnibridge.benchmarks.load.Sample;
import io.omnibridge.benchmarks.result.Measured;
import io.omnibridge.benchmarks.result.Metric;
import io.omnibridge.benchmarks.result.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures the rate second by second from the start of each process on, one process at a time. */
final class WarmUp implements Scenario {

    private static final Duration SLICE = Duration.ofSeconds(1);

    /** Seconds of load that the table shows. */
    private static final Map<Integer, Metric> SHOWN = Map.of(
            1, Metric.RATE_IN_SECOND_1,
            3, Metric.RATE_IN_SECOND_3,
            6, Metric.RATE_IN_SECOND_6,
            10, Metric.RATE_IN_SECOND_10,
            15, Metric.RATE_IN_SECOND_15);

    private static final int SECONDS = 15;

    @Override
    public String name() {
        return "warm-up";
    }

    @Override
    public String title() {
        return "GET /accounts in the first seconds of load, by requests/s";
    }

    @Override
    public Section measure(Bench bench) throws IOException {
        List<Starting> starting = starting(bench);
        for (int round = 0; round < bench.effort().rounds(); round++) {
            for (Starting one : starting) {
                one.measure(bench);
            }
        }
        return new Section(
                name(),
                title(),
                "Each round starts each process anew, without another one beside it. OmniBridge has the start-up cache of its launcher.",
                starting.stream().map(Starting::measured).toList());
    }

    private static List<Starting> starting(Bench bench) throws IOException {
        Requests requests = Requests.list(bench.tokens(HS256, 1, 1), 1);
        Jvm cached = StartupCache.ofOmnibridge(bench);
        List<Starting> starting = new ArrayList<>();
        for (Map.Entry<Store, String> store :
                List.of(Map.entry(MEMORY, "bytes"), Map.entry(POSTGRES, "select"), Map.entry(REDIS, "hgetall"))) {
            Contender floor = bench.floor(store.getValue(), requests);
            Contender ours = bench.omnibridge(store.getKey(), HS256, requests).comparedWith(floor.name(), "");
            starting.add(new Starting(floor, bench.jvm(), new ArrayList<>()));
            starting.add(new Starting(ours, cached, new ArrayList<>()));
        }
        return starting;
    }

    private record Starting(Contender contender, Jvm jvm, List<Map<Metric, Double>> rounds) {

        void measure(Bench bench) throws IOException {
            try (Node node = bench.start(contender, jvm)) {
                bench.link(contender, node.port());
                Map<Metric, Double> round = new EnumMap<>(Metric.class);
                for (int second = 1; second <= SECONDS; second++) {
                    Sample sample = sample(bench, node);
                    Progress.note(contender.name() + ", second " + second + ": "
                            + Metric.REQUESTS_PER_SECOND.format(sample.requestsPerSecond()) + "/s");
                    if (SHOWN.containsKey(second)) {
                        round.put(SHOWN.get(second), sample.requestsPerSecond());
                    }
                }
                rounds.add(round);
            }
        }

        private Sample sample(Bench bench, Node node) {
            int connections = bench.effort().connections();
            return bench.wrk().run(List.of(node.port()), contender.requests(), 0, connections, SLICE);
        }

        Measured measured() {
            return Measured.of(contender.name(), contender.floor(), contender.peer(), rounds);
        }
    }
}
