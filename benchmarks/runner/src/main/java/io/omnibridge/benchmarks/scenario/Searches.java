package io.omnibridge.benchmarks.scenario;

import static io.omnibridge.benchmarks.contender.Store.MEMORY;
import static io.omnibridge.benchmarks.load.Signing.HS256;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Node;
import io.omnibridge.benchmarks.load.Requests;
import io.omnibridge.benchmarks.load.Sample;
import io.omnibridge.benchmarks.load.TokenFile;
import io.omnibridge.benchmarks.load.Users;
import io.omnibridge.benchmarks.result.Measured;
import io.omnibridge.benchmarks.result.Metric;
import io.omnibridge.benchmarks.result.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Searches over sources that answer in 50 ms, beside bare Javalin that calls the same ones at the same time.
 *
 * @param sources how many: 3, or 8
 * @param connections how many searches at a time
 */
record Searches(String name, String title, int sources, int connections) implements Scenario {

    private static final int USERS = 200;
    private static final String THREE = "/search?q=plan&source=drive&source=notion&source=slack";

    @Override
    public Section measure(Bench bench) throws IOException {
        TokenFile tokens = bench.tokens(HS256, USERS, USERS);
        Requests requests = Requests.get(tokens, sources == 3 ? THREE : "/search?q=plan");
        List<Contender> contenders = bench.searches(MEMORY, requests, sources, USERS);
        List<Measured> measured = new ArrayList<>();
        for (Contender contender : contenders) {
            List<Map<Metric, Double>> rounds = new ArrayList<>();
            try (Node node = bench.start(contender, bench.jvm())) {
                bench.link(contender, Users.PROVIDERS, node.port());
                bench.see(contender, node.port(), this::isComplete);
                Steadiness steadiness = new Steadiness();
                for (int i = 0; i < bench.effort().warmUps() && !steadiness.reached(); i++) {
                    steadiness.add(run(bench, node, requests, USERS).requestsPerSecond());
                }
                for (int round = 0; round < bench.effort().rounds(); round++) {
                    rounds.add(figures(run(bench, node, requests, connections)));
                }
            }
            measured.add(Measured.of(contender.name(), contender.floor(), contender.peer(), rounds));
        }
        return new Section(
                name,
                title,
                "Each source answers after 50 ms, also on the floor, which has no users, checks and receipts. Gmail finds nothing: each"
                        + " mail would take a second call.",
                measured);
    }

    /** The floor joins as many bodies as there are sources; OmniBridge says of each that it responded. */
    private boolean isComplete(String answer) {
        return answer.startsWith("[") || answer.split("\"status\":\"ok\"", -1).length == sources + 1;
    }

    private static Sample run(Bench bench, Node node, Requests requests, int connections) {
        return bench.wrk()
                .run(
                        List.of(node.port()),
                        requests,
                        0,
                        connections,
                        bench.effort().slice());
    }

    private static Map<Metric, Double> figures(Sample sample) {
        return Map.of(
                Metric.REQUESTS_PER_SECOND, sample.requestsPerSecond(),
                Metric.P50_MILLIS, sample.p50Millis(),
                Metric.P99_MILLIS, sample.p99Millis());
    }
}
