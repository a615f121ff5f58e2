package io.omnibridge.benchmarks.scenario;

import static io.omnibridge.benchmarks.contender.Store.MEMORY;
import static io.omnibridge.benchmarks.load.Signing.HS256;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Jvm;
import io.omnibridge.benchmarks.contender.Node;
import io.omnibridge.benchmarks.load.Requests;
import io.omnibridge.benchmarks.load.Users;
import io.omnibridge.benchmarks.result.Measured;
import io.omnibridge.benchmarks.result.Metric;
import io.omnibridge.benchmarks.result.Section;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What an account costs in the heap of the store in memory, its event in the record included. */
final class HeapPerAccount implements Scenario {

    private static final String HEAP = "4g";

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String title() {
        return "Heap per account, memory";
    }

    @Override
    public Section measure(Bench bench) throws IOException {
        return new Section(
                name(),
                title(),
                "%,d accounts with three scopes each, linked over HTTP. Of the heap in use after a full collection, what there"
                                .formatted(bench.effort().accounts())
                        + " was before is subtracted. The cached tokens are in it.",
                List.of(
                        measure(bench, "OmniBridge, one account a user", List.of("google")),
                        measure(bench, "OmniBridge, three accounts a user", Users.PROVIDERS)));
    }

    private static Measured measure(Bench bench, String name, List<String> providers) throws IOException {
        int users = bench.effort().accounts() / providers.size();
        Requests requests = Requests.list(bench.tokens(HS256, 1, 1), 1);
        Contender contender = bench.omnibridge(MEMORY, HS256, requests).withUsers(name, users);
        Progress.note(name);
        try (Node node = bench.start(contender, new Jvm(bench.jvm().jdk(), HEAP))) {
            long before = Footprint.heapBytes(bench, node);
            bench.link(contender, providers, node.port());
            long each = (Footprint.heapBytes(bench, node) - before) / users / providers.size();
            return Measured.of(name, name, "", List.of(Map.of(Metric.HEAP_BYTES_PER_ACCOUNT, (double) each)));
        }
    }
}
