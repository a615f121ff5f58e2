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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Measures listings while 200 reads wait for providers that take a second, and while none does. */
final class SlowProvider implements Scenario {

    private static final int LISTINGS_PER_SECOND = 500;
    private static final int READS_PER_PROVIDER = 50;
    private static final Duration READS_BEFORE = Duration.ofSeconds(2);
    private static final String QUIET = "GET /accounts, no reads";
    private static final String BESIDE = "GET /accounts beside 200 reads";

    @Override
    public String name() {
        return "slow-provider";
    }

    @Override
    public String title() {
        return "GET /accounts while 200 reads wait for slow providers, memory";
    }

    @Override
    public Section measure(Bench bench) throws IOException {
        TokenFile tokens = bench.tokens(HS256, Scenarios.READING_USERS, Scenarios.READING_USERS);
        Requests listings = Requests.list(tokens, tokens.count());
        Contender contender = bench.reading(MEMORY, listings, tokens.count());
        List<Map<Metric, Double>> quiet = new ArrayList<>();
        List<Map<Metric, Double>> beside = new ArrayList<>();
        try (Node node = bench.start(contender, bench.jvm())) {
            bench.link(contender, Users.READABLE, node.port());
            Requests steady =
                    listings.atMost(LISTINGS_PER_SECOND, bench.effort().connections());
            warmUp(bench, node, listings, tokens);
            for (int round = 0; round < bench.effort().rounds(); round++) {
                quiet.add(figures(list(bench, node, steady)));
                beside.add(figures(besideReads(bench, node, steady, tokens)));
            }
        }
        return new Section(
                name(),
                title(),
                "500 listings a second; 50 reads at a time at each of four providers that respond after 1 s.",
                List.of(Measured.of(QUIET, QUIET, "", quiet), Measured.of(BESIDE, QUIET, "", beside)));
    }

    /** Both paths become warm at full speed: 200 reads a second alone would take an hour. */
    private static void warmUp(Bench bench, Node node, Requests listings, TokenFile tokens) throws IOException {
        warmUp(bench, node, listings);
        warmUp(bench, node, Scenarios.read(bench));
        besideReads(bench, node, listings, tokens);
    }

    private static void warmUp(Bench bench, Node node, Requests requests) {
        Steadiness steadiness = new Steadiness();
        for (int i = 0; i < bench.effort().warmUps() && !steadiness.reached(); i++) {
            steadiness.add(list(bench, node, requests).requestsPerSecond());
        }
    }

    private static Sample list(Bench bench, Node node, Requests listings) {
        return bench.wrk()
                .run(
                        List.of(node.port()),
                        listings,
                        0,
                        bench.effort().connections(),
                        bench.effort().slice());
    }

    private static Sample besideReads(Bench bench, Node node, Requests listings, TokenFile tokens) {
        Duration reading = bench.effort().slice().plus(READS_BEFORE);
        List<CompletableFuture<Void>> reads = Users.READABLE.stream()
                .map(provider -> Requests.read(tokens, provider, "/bench/slow"))
                .map(requests -> CompletableFuture.runAsync(
                        () -> bench.wrk().run(List.of(node.port()), requests, 0, READS_PER_PROVIDER, reading),
                        task -> new Thread(task, "reads").start()))
                .toList();
        Sample sample = list(bench, node, listings);
        CompletableFuture.allOf(reads.toArray(CompletableFuture<?>[]::new)).join();
        return sample;
    }

    private static Map<Metric, Double> figures(Sample sample) {
        return Map.of(
                Metric.REQUESTS_PER_SECOND, sample.requestsPerSecond(),
                Metric.P50_MILLIS, sample.p50Millis(),
                Metric.P99_MILLIS, sample.p99Millis());
    }
}
