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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much memory a process holds that has answered once and then does nothing. */
final class IdleMemory implements Scenario {

    /** Until the JVM has nothing more to do in the background. */
    private static final Duration REST = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String title() {
        return "Resident memory when idle";
    }

    @Override
    public Section measure(Bench bench) throws IOException {
        Requests requests = Requests.list(bench.tokens(HS256, 1, 1), 1);
        Contender floor = bench.floor("bytes", requests);
        Contender peer = bench.spring(MEMORY, HS256, requests).comparedWith(floor.name(), "");
        Contender ours = bench.omnibridge(MEMORY, HS256, requests).comparedWith(floor.name(), peer.name());
        return new Section(
                name(),
                title(),
                "After the first 200 and 5 s of rest. Archive: as in the scenario start.",
                List.of(
                        measure(bench, floor, floor.name(), bench.jvm()),
                        measure(bench, floor, floor.name() + ", archive", StartupCache.make(bench, floor)),
                        measure(bench, ours, ours.name(), bench.jvm()),
                        measure(bench, ours, ours.name() + ", archive", StartupCache.ofOmnibridge(bench)),
                        measure(bench, peer, peer.name(), bench.jvm())));
    }

    private static Measured measure(Bench bench, Contender contender, String name, Jvm jvm) throws IOException {
        List<Map<Metric, Double>> rounds = new ArrayList<>();
        for (int i = 0; i < bench.effort().rounds(); i++) {
            try (Node node = bench.start(contender, jvm)) {
                Thread.sleep(REST.toMillis());
                rounds.add(Map.of(Metric.RESIDENT_MEGABYTES, Footprint.residentMegabytes(bench, node)));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Measured.of(name, contender.floor(), contender.peer(), rounds);
    }
}
