package io.omnibridge.bootstrap.e2e;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.bootstrap.process.Poll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Searches in a process with a small heap over eight sources of which one is well. */
class HostileSourcesIT {

    private static final String SEARCH = "{\"q\":\"plan\"}";
    private static final int SEARCHES = 8;
    private static final int ROUNDS = 2;

    private final HostileSources sources = new HostileSources();
    private Vault vault;

    @BeforeEach
    void start() {
        Map<String, String> settings = new HashMap<>(ProvidersFile.settings(sources.yaml()));
        settings.put("OMNIBRIDGE_SEARCH_DEADLINE", "6s");
        settings.put("OMNIBRIDGE_LOG_LEVEL", "info");
        vault = Vault.start(List.of("-Xmx128m"), settings);
        for (String name : HostileSources.NAMES) {
            RawResponse linked = vault.send(Request.post("/accounts/link", vault.linkBody(name, "work", ""))
                    .as(vault.token("alice")));
            assertEquals(201, linked.status(), linked::body);
        }
    }

    @AfterEach
    void end() {
        vault.close();
        sources.close();
    }

    private RawResponse search() {
        return vault.send(Request.post("/search", SEARCH).as(vault.token("alice")));
    }

    private static String statuses(RawResponse response) {
        return response.json()
                .path("sources")
                .valueStream()
                .map(it -> it.path("provider").textValue() + ":"
                        + it.path("status").textValue())
                .sorted()
                .collect(joining(" "));
    }

    @Test
    @Tag("F14")
    @Tag("F12")
    void each_source_fails_by_itself_and_nothing_of_it_stays() throws Exception {
        String allWell = "dead:ok echoing:ok endless:ok garbled:ok limited:ok revoked:ok slow:ok well:ok";
        Poll.until(() -> statuses(search()).equals(allWell), Duration.ofMinutes(1));
        sources.turn();

        RawResponse first = search();

        assertEquals(
                "dead:error echoing:ok endless:error garbled:error limited:rate_limited revoked:needs_reconnect"
                        + " slow:timeout well:ok",
                statuses(first));
        List<String> titles = first.json()
                .path("items")
                .valueStream()
                .map(HostileSourcesIT::title)
                .toList();
        assertTrue(titles.contains("well plan"), titles::toString);
        assertTrue(titles.stream().anyMatch(it -> it.matches("\\*{20,} plan")), titles::toString);
        for (int round = 0; round < ROUNDS; round++) {
            manyAtOnce().forEach(response -> assertTrue(statuses(response).endsWith("well:ok"), response::body));
        }
        Poll.until(() -> sources.open() == 0, Duration.ofSeconds(30));
    }

    private static String title(JsonNode item) {
        return item.path("title").textValue();
    }

    private List<RawResponse> manyAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SEARCHES);
        try {
            List<Callable<RawResponse>> searches = IntStream.range(0, SEARCHES)
                    .<Callable<RawResponse>>mapToObj(i -> this::search)
                    .toList();
            List<RawResponse> responses = new ArrayList<>();
            for (Future<RawResponse> response : threads.invokeAll(searches)) {
                responses.add(response.get());
            }
            return responses;
        } finally {
            threads.shutdownNow();
        }
    }
}
