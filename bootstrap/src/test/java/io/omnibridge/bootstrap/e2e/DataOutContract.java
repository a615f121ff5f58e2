package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.bootstrap.process.Poll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three nodes on one store give data out: through one refresh, within one lease, and never without a receipt. */
abstract class DataOutContract {

    private static final String READ = "/api/mail/work/v1/messages?q=hello";
    private static final int CALLERS = 100;
    private static final int MAX_USES = 200;
    private static final int LEASE_CALLERS = 50;
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private final WatchedServer server = new WatchedServer();
    private final ProviderApi api = new ProviderApi(server.server()::isValid);
    private final Nodes nodes;
    private final List<Vault> vaults = new ArrayList<>();

    DataOutContract(Nodes nodes) {
        this.nodes = nodes;
    }

    @BeforeEach
    void start() {
        Map<String, String> providers =
                ProvidersFile.settings(server.server().yaml("mail", "refresh_reuse: single_use", api.yaml()));
        Map<String, String> settings = new HashMap<>(providers);
        settings.put("OMNIBRIDGE_STORE_TIMEOUT", "5s");
        settings.put("OMNIBRIDGE_LOG_LEVEL", "debug");
        for (int i = 0; i < 3; i++) {
            vaults.add(nodes.start(settings));
        }
        connect("alice", "work");
    }

    @AfterEach
    void end() {
        vaults.forEach(server::watch);
        vaults.forEach(Vault::close);
        nodes.close();
        api.close();
        server.close();
    }

    @Test
    @Tag("R1")
    @Tag("R4")
    @Tag("R5")
    @Tag("F12")
    @Tag("N1")
    @Tag("U4")
    void data_comes_out_through_one_refresh_within_one_lease_and_not_without_a_store() throws Exception {
        callersOnAllNodesShareOneRefresh();
        anOverloadedTokenEndpointEndsNoAccount();
        aRefreshThatComesAfterTheUnlinkingIsNotUsed();
        aLeaseIsCountedOverAllNodes();
        aSearchGoesOnAtAnotherNode();
        aLeaseThatEndedAtOneNodeIsOverAtAll();
        withoutAStoreNothingIsCalled();
    }

    private void callersOnAllNodesShareOneRefresh() throws Exception {
        List<RawResponse> responses = atOnce(CALLERS, caller -> {
            Vault vault = vaults.get(caller % vaults.size());
            return whenItIsServed(vault, Request.get(READ).as(vault.token("alice")));
        });

        responses.forEach(response -> assertEquals(200, response.status(), response::body));
        assertEquals(1, server.server().refreshes());
        assertTrue(api.calls() >= CALLERS, () -> "calls: " + api.calls());
        assertTrue(responses.get(0).body().contains("\"echo\":\"****"), responses.get(0)::body);
    }

    private void anOverloadedTokenEndpointEndsNoAccount() throws Exception {
        Vault vault = vaults.get(0);
        for (int status : new int[] {429, 503}) {
            connect("carol", "answers-" + status);
            Request read =
                    Request.get("/api/mail/answers-" + status + "/v1/messages").as(vault.token("carol"));
            server.next(Misbehaviour.status(status));

            RawResponse refused = vault.send(read);

            assertEquals(503, refused.status(), refused::body);
            JsonNode account = vault.send(
                            Request.get("/accounts/mail/answers-" + status).as(vault.token("carol")))
                    .json();
            assertEquals("active", account.path("status").textValue(), account::toString);
            assertEquals(200, whenItIsServed(vault, read).status());
        }
    }

    /** The node is stopped while it waits for the provider's response. */
    private void aRefreshThatComesAfterTheUnlinkingIsNotUsed() throws Exception {
        Vault stopped = vaults.get(0);
        Vault other = vaults.get(1);
        connect("carol", "late");
        long refreshes = server.server().refreshes();
        int calls = api.calls();
        server.next(Misbehaviour.slow(Duration.ofSeconds(5)));
        Request read = Request.get("/api/mail/late/v1/messages").as(stopped.token("carol"));
        CompletableFuture<RawResponse> late = CompletableFuture.supplyAsync(() -> stopped.send(read));
        Poll.until(() -> server.server().refreshes() > refreshes, MAX_WAIT);
        stopped.run().signal("-STOP");
        try {
            RawResponse unlinked =
                    whenItIsServed(other, Request.delete("/accounts/mail/late").as(other.token("carol")));
            assertTrue(Set.of(204, 404).contains(unlinked.status()), unlinked::body);
        } finally {
            stopped.run().signal("-CONT");
        }

        RawResponse response = late.join();
        assertTrue(Set.of(404, 503).contains(response.status()), response::body);
        assertEquals(calls, api.calls());
        assertEquals(404, whenItIsServed(stopped, read).status());
    }

    private void connect(String user, String account) {
        try (DurableStore store = nodes.open()) {
            new GrantedAccounts(store, nodes.keyset()).connect(server, user, "mail", account);
        }
    }

    private void aLeaseIsCountedOverAllNodes() throws Exception {
        Vault first = vaults.get(0);
        String token = first.watch("lease token", lease(first, "\"of\":[\"api\"],\"max_uses\":" + MAX_USES));
        int before = api.calls();

        Map<Integer, Integer> statuses = new TreeMap<>();
        atOnce(LEASE_CALLERS, caller -> untilItEnds(token, caller))
                .forEach(own -> own.forEach((status, count) -> statuses.merge(status, count, Integer::sum)));

        assertEquals(LEASE_CALLERS, statuses.get(401), statuses::toString);
        int read = statuses.getOrDefault(200, 0);
        int called = api.calls() - before;
        assertTrue(read <= called && called <= MAX_USES, () -> called + " calls, " + statuses);
        assertTrue(read + statuses.getOrDefault(503, 0) >= MAX_USES, statuses::toString);
        JsonNode lease = first.send(Request.get("/leases").as(first.token("alice")))
                .json()
                .at("/leases/0");
        assertEquals(MAX_USES, lease.path("used").intValue());
        assertEquals("uses", lease.path("ended_by").textValue());
    }

    /** Reads with a lease, at one node after the other, and returns how often each status came. */
    private Map<Integer, Integer> untilItEnds(String token, int caller) throws InterruptedException {
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = caller; !statuses.containsKey(401); i++) {
            RawResponse response = whenThereIsAPlace(
                    vaults.get(i % vaults.size()), Request.get(READ).as(token));
            statuses.merge(response.status(), 1, Integer::sum);
        }
        return statuses;
    }

    /** Returns the token of a new lease. The response that shows it is not searched for tokens. */
    private static String lease(Vault vault, String terms) {
        Request request =
                Request.post("/leases", "{\"label\":\"agent\"," + terms + "}").as(vault.token("alice"));
        RawResponse made = RawResponse.to(request.text(), vault.port());
        assertEquals(201, made.status(), made::body);
        return made.json().path("lease_token").textValue();
    }

    private void aSearchGoesOnAtAnotherNode() throws Exception {
        RawResponse first = search(vaults.get(0), vaults.get(0).token("alice"), "{\"q\":\"plan\"}");
        String cursor = first.json().path("next_cursor").textValue();
        RawResponse second =
                search(vaults.get(1), vaults.get(1).token("alice"), "{\"q\":\"plan\",\"cursor\":\"" + cursor + "\"}");
        RawResponse ofBob =
                search(vaults.get(2), vaults.get(2).token("bob"), "{\"q\":\"plan\",\"cursor\":\"" + cursor + "\"}");

        assertEquals("First", first.json().at("/items/0/title").textValue(), first::body);
        assertTrue(second.json().at("/items/0/title").textValue().startsWith("Second ****"), second::body);
        assertTrue(second.json().path("next_cursor").isNull(), second::body);
        assertEquals(400, ofBob.status(), ofBob::body);
    }

    private static RawResponse search(Vault vault, String token, String body) throws InterruptedException {
        return whenItIsServed(vault, Request.post("/search", body).as(token));
    }

    private void aLeaseThatEndedAtOneNodeIsOverAtAll() throws Exception {
        Vault first = vaults.get(0);
        String token = first.watch("lease token", lease(first, "\"of\":[\"search\",\"item\"]"));
        for (Vault vault : vaults) {
            assertEquals(200, search(vault, token, "{\"q\":\"plan\"}").status());
        }
        JsonNode leases =
                first.send(Request.get("/leases").as(first.token("alice"))).json();
        String id = leases.path("leases")
                .valueStream()
                .filter(it -> it.path("used").intValue() == vaults.size())
                .findFirst()
                .orElseThrow()
                .path("id")
                .textValue();

        RawResponse ended = first.send(Request.delete("/leases/" + id).as(first.token("alice")));

        assertEquals(204, ended.status(), ended::body);
        for (Vault vault : vaults) {
            assertEquals(401, search(vault, token, "{\"q\":\"plan\"}").status());
        }
    }

    private void withoutAStoreNothingIsCalled() throws Exception {
        int before = api.calls();
        nodes.pause();
        try {
            atOnce(vaults.size(), node -> {
                        Vault vault = vaults.get(node);
                        return vault.send(Request.get(READ).as(vault.token("alice")));
                    })
                    .forEach(response -> assertEquals(503, response.status(), response::body));
        } finally {
            nodes.resume();
        }
        assertEquals(before, api.calls());
    }

    /** Repeats a request while too many calls of the user are in flight on that node. */
    private static RawResponse whenThereIsAPlace(Vault vault, Request request) throws InterruptedException {
        RawResponse response = vault.send(request);
        while (response.status() == 429) {
            Thread.sleep(Duration.ofMillis(500).toMillis());
            response = vault.send(request);
        }
        return response;
    }

    /** Repeats a request also while the node says that it cannot serve it now, as busy machines make it say. */
    private static RawResponse whenItIsServed(Vault vault, Request request) throws InterruptedException {
        RawResponse response = whenThereIsAPlace(vault, request);
        while (response.status() == 503) {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
            response = whenThereIsAPlace(vault, request);
        }
        return response;
    }

    private interface Caller<T> {
        T call(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int callers, Caller<T> caller) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<T>> calls = IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(number -> () -> caller.call(number))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
