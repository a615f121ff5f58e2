package io.omnibridge.benchmarks.scenario;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Jvm;
import io.omnibridge.benchmarks.contender.Node;
import io.omnibridge.benchmarks.load.Requests;
import io.omnibridge.benchmarks.load.Sample;
import io.omnibridge.benchmarks.result.Measured;
import io.omnibridge.benchmarks.result.Metric;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A contender whose processes run, and what was measured of it so far. */
final class Loaded implements AutoCloseable {

    private final Bench bench;
    private final Contender contender;
    private final List<Node> nodes;
    private final List<Map<Metric, Double>> rounds = new ArrayList<>();
    private long sent;

    private Loaded(Bench bench, Contender contender, List<Node> nodes) {
        this.bench = bench;
        this.contender = contender;
        this.nodes = nodes;
    }

    /** Starts it, and links what its users have. */
    static Loaded start(Bench bench, Jvm jvm, Contender contender) throws IOException {
        Progress.note("starting " + contender.name());
        Loaded loaded = new Loaded(bench, contender, new ArrayList<>());
        try {
            for (int i = 0; i < contender.nodes(); i++) {
                loaded.nodes.add(bench.start(contender, jvm));
            }
            bench.link(contender, loaded.nodes.get(0).port());
            return loaded;
        } catch (IOException | RuntimeException e) {
            loaded.close();
            throw e;
        }
    }

    /** Lets it collect what the linking left behind, so that it does not do so while it is measured. */
    void complete() {
        if (contender.program().isJava()) {
            nodes.forEach(node -> Footprint.collect(bench, node));
        }
    }

    /** Loads it until it is steady, or its share of the effort is used up. */
    void warmUp() {
        Steadiness steadiness = new Steadiness();
        for (int i = 0; i < bench.effort().warmUps() && !steadiness.reached(); i++) {
            steadiness.add(sample(contender.requests().atFullSpeed()).requestsPerSecond());
        }
        Progress.note("warm: " + contender.name() + (steadiness.reached() ? "" : " (not steady)"));
    }

    /** Measures it once. */
    void measure() {
        Duration before = cpuTime();
        Sample sample = sample(contender.requests());
        double cpuMicros = cpuTime().minus(before).toNanos() / 1e3;
        Map<Metric, Double> round = new EnumMap<>(Metric.class);
        round.put(Metric.REQUESTS_PER_SECOND, sample.requestsPerSecond());
        round.put(Metric.P50_MILLIS, sample.p50Millis());
        round.put(Metric.P99_MILLIS, sample.p99Millis());
        round.put(Metric.CPU_MICROS_PER_REQUEST, cpuMicros / sample.requests());
        rounds.add(round);
        Progress.note(contender.name() + ": " + Metric.REQUESTS_PER_SECOND.format(sample.requestsPerSecond()) + "/s");
    }

    Measured measured() {
        return Measured.of(contender.name(), contender.floor(), contender.peer(), rounds);
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }

    private Sample sample(Requests requests) {
        List<Integer> ports = nodes.stream().map(Node::port).toList();
        Sample sample = bench.wrk()
                .run(
                        ports,
                        requests,
                        sent,
                        bench.effort().connections(),
                        bench.effort().slice());
        sent += sample.requests();
        return sample;
    }

    private Duration cpuTime() {
        return nodes.stream().map(Node::cpuTime).reduce(Duration.ZERO, Duration::plus);
    }
}
