package io.omnibridge.benchmarks.scenario;

import static io.omnibridge.benchmarks.contender.Store.MEMORY;
import static io.omnibridge.benchmarks.load.Signing.HS256;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Node;
import io.omnibridge.benchmarks.load.Requests;
import io.omnibridge.benchmarks.load.TokenFile;
import io.omnibridge.benchmarks.load.Users;
import io.omnibridge.benchmarks.result.Measured;
import io.omnibridge.benchmarks.result.Metric;
import io.omnibridge.benchmarks.result.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Measures what the objects of a process take up while bodies of 32 MiB stream through it. */
final class LargeBodies implements Scenario {

    private static final double MEBIBYTE = 1024 * 1024;
    private static final String IDLE = "OmniBridge, memory, idle";
    private static final String STREAMING = "OmniBridge, memory, 16 bodies at a time";

    @Override
    public String name() {
        return "large-bodies";
    }

    @Override
    public String title() {
        return "Live heap while bodies of 32 MiB stream, memory";
    }

    @Override
    public Section measure(Bench bench) throws IOException {
        TokenFile tokens = bench.tokens(HS256, Scenarios.READING_USERS, Scenarios.READING_USERS);
        Requests requests = Requests.read(tokens, "google", "/bench/large");
        Contender contender = bench.reading(MEMORY, requests, tokens.count());
        List<Map<Metric, Double>> idle = new ArrayList<>();
        List<Map<Metric, Double>> streaming = new ArrayList<>();
        try (Node node = bench.start(contender, bench.jvm())) {
            bench.link(contender, Users.READABLE, node.port());
            for (int round = 0; round < bench.effort().rounds(); round++) {
                idle.add(figure(heap(bench, node)));
                streaming.add(whileReading(bench, node, requests));
            }
        }
        return new Section(
                name(),
                title(),
                "After a full collection, while the bodies stream as JSON: filtered, and searched for tokens.",
                List.of(Measured.of(IDLE, IDLE, "", idle), Measured.of(STREAMING, IDLE, "", streaming)));
    }

    private static Map<Metric, Double> whileReading(Bench bench, Node node, Requests requests) {
        CompletableFuture<?> reads = CompletableFuture.runAsync(
                () -> bench.wrk()
                        .run(
                                List.of(node.port()),
                                requests,
                                0,
                                bench.effort().connections(),
                                bench.effort().slice()),
                task -> new Thread(task, "reads").start());
        double most = 0;
        while (!reads.isDone()) {
            most = Math.max(most, heap(bench, node));
        }
        reads.join();
        return figure(most);
    }

    private static Map<Metric, Double> figure(double mebibytes) {
        return Map.of(Metric.HEAP_MEBIBYTES, mebibytes);
    }

    private static double heap(Bench bench, Node node) {
        return Footprint.heapBytes(bench, node) / MEBIBYTE;
    }
}
