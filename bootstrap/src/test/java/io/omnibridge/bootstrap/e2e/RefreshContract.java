package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.providers.testing.Reuse;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultAccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.bootstrap.process.Poll;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several processes share one store and one expired account. Their results are correct even if processes are stopped or killed. */
@Tag("D3")
@Tag("S1")
abstract class RefreshContract {

    private static final Duration MAX_WAIT = Duration.ofMinutes(5);
    private static final int CALLERS = 100;

    private final Map<String, WatchedServer> servers = Map.of(
            "safe", new WatchedServer(),
            "single", new WatchedServer(),
            "family", new WatchedServer(),
            "graced", new WatchedServer(),
            "warmup", new WatchedServer());
    private final Nodes nodes;
    private Vault vault;
    private DurableStore store;
    private GrantedAccounts accounts;
    private List<BorrowingProcess> processes = List.of();

    RefreshContract(Nodes nodes) {
        this.nodes = nodes;
    }

    @BeforeEach
    void start() {
        server("safe").server().treatRefreshTokens(Reuse.SAFE, Duration.ZERO);
        server("single").server().treatRefreshTokens(Reuse.SINGLE_USE, Duration.ZERO);
        server("family").server().treatRefreshTokens(Reuse.KILLS_FAMILY, Duration.ZERO);
        server("graced").server().treatRefreshTokens(Reuse.KILLS_FAMILY, Duration.ofHours(1));
        Map<String, String> providers =
                ProvidersFile.settings(server("safe").server().yaml("safe", "refresh_reuse: safe")
                        + server("single").server().yaml("single", "refresh_reuse: single_use")
                        + server("family").server().yaml("family", "refresh_reuse: kills_family")
                        + server("graced").server().yaml("graced", "refresh_reuse: kills_family", "reuse_grace: 1h")
                        + server("warmup").server().yaml("warmup", "refresh_reuse: safe"));
        vault = nodes.start(providers);
        store = nodes.open();
        accounts = new GrantedAccounts(store, nodes.keyset());
        Map<String, String> settings = new HashMap<>(nodes.settings(providers));
        settings.put("OMNIBRIDGE_JWT_ISSUER", Vault.ISSUER);
        processes =
                Stream.generate(() -> BorrowingProcess.start(settings)).limit(3).toList();
    }

    @AfterEach
    void end() {
        processes.forEach(BorrowingProcess::close);
        processes.forEach(process -> vault.note("a node", process.output()));
        servers.values().forEach(server -> server.watch(vault));
        store.close();
        try (nodes) {
            vault.close();
        } finally {
            servers.values().forEach(WatchedServer::close);
        }
    }

    @Test
    @Tag("R1")
    @Tag("R3")
    @Tag("R5")
    @Tag("R6")
    @Tag("R10")
    void an_expired_account_is_refreshed_once_and_survives_stopped_and_killed_nodes() {
        warmUp();
        callersOnAllNodesShareOneRefresh();
        aNodeStoppedBeyondItsDeadlineHarmsNothing();
        anAccountUnlinkedMeanwhileStaysAwayAndItsNewTokenIsRevoked();
        accountsOfAKilledNodeWorkOrNeedReconnect();
    }

    /** Lets each process refresh once without a time limit: the first call of a JVM may take longer than a call may. */
    private void warmUp() {
        for (BorrowingProcess process : processes) {
            GrantedAccount granted = connect("warmup", "account-" + processes.indexOf(process));
            assertWorks(granted, process.complete(granted));
        }
    }

    private void callersOnAllNodesShareOneRefresh() {
        processes.forEach(
                process -> assertEquals("not_found", process.complete(new GrantedAccount("nobody", "safe", "1", ""))));
        for (String provider : List.of("safe", "single", "family")) {
            GrantedAccount granted = connect(provider, "shared");
            server(provider).next(Misbehaviour.slow(Duration.ofMillis(300)));
            long start = System.nanoTime();

            List<String> results =
                    Stream.of(0, 1, 2).map(node -> processes.get(node).borrow(granted, CALLERS)).toList().stream()
                            .flatMap(it -> it.join().stream())
                            .toList();

            System.out.println("R1 " + getClass().getSimpleName() + ", " + provider + ": " + results.size()
                    + " callers in 3 processes, " + server(provider).server().refreshes() + " refresh, "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
            assertEquals(3 * CALLERS, results.size());
            assertEquals(1, Set.copyOf(results).size(), () -> new HashSet<>(results).toString());
            assertWorks(granted, results.get(0));
            assertEquals(1, server(provider).server().refreshes());
        }
    }

    /** The node is stopped when it has the provider's response and has not stored it yet. */
    private void aNodeStoppedBeyondItsDeadlineHarmsNothing() {
        List<GrantedAccount> stoppedAccounts = Stream.of("safe", "single", "family")
                .map(it -> connect(it, "stopped"))
                .toList();
        BorrowingProcess stopped = processes.get(0);
        List<CompletableFuture<List<String>>> late = stoppedAccounts.stream()
                .map(it -> stopped.borrow(it, 1, "after", Duration.ofSeconds(8)))
                .toList();
        stopped.awaitPaused("after", 3);
        stopped.signal("-STOP");

        // The other nodes wait until the deadline of the call, and then act as the provider's kind of reuse allows.
        List<CompletableFuture<List<String>>> meanwhile = stoppedAccounts.stream()
                .map(it -> processes.get(1).borrow(it, 1))
                .toList();
        meanwhile.forEach(it -> assertEquals(List.of("unavailable"), it.join()));
        assertWorks(stoppedAccounts.get(0), processes.get(2).complete(stoppedAccounts.get(0)));
        assertEquals(
                List.of("unavailable"),
                processes.get(2).borrow(stoppedAccounts.get(1), 1).join());
        assertEquals(
                List.of("unavailable"),
                processes.get(2).borrow(stoppedAccounts.get(2), 1).join());

        stopped.signal("-CONT");
        for (int i = 0; i < stoppedAccounts.size(); i++) {
            GrantedAccount granted = stoppedAccounts.get(i);
            String result = late.get(i).join().get(0);
            assertWorks(granted, result);
            processes.forEach(process -> assertEquals(result, process.complete(granted)));
            assertStatus("active", granted);
        }
        assertEquals(3, server("safe").server().refreshes(), "the one before, the late one, and the one instead");
        assertEquals(2, server("single").server().refreshes(), "the one before, and the late one");
        assertEquals(2, server("family").server().refreshes(), "the one before, and the late one");
    }

    private void anAccountUnlinkedMeanwhileStaysAwayAndItsNewTokenIsRevoked() {
        GrantedAccount granted = accounts.connect(server("graced"), "leaver", "graced", "unlinked");
        CompletableFuture<List<String>> late = processes.get(0).borrow(granted, 1, "after", Duration.ofSeconds(4));
        processes.get(0).awaitPaused("after", 4);
        String token = vault.unwatchedToken(granted.key().owner(), MAX_WAIT);

        assertEquals(
                204,
                vault.send(Request.delete("/accounts/graced/unlinked").as(token))
                        .status());

        assertEquals(List.of("not_found"), late.join());
        assertEquals("not_found", processes.get(1).complete(granted));
        assertEquals(
                2,
                new VaultAccountScan(store.users())
                        .pendingRevocations(ScanCursor.START, 100)
                        .items()
                        .size(),
                "the token that it had, and the one that came late");
    }

    private void accountsOfAKilledNodeWorkOrNeedReconnect() {
        List<String> providers = List.of("safe", "single", "family", "graced");
        Map<String, Long> before = new HashMap<>();
        providers.forEach(it -> before.put(it, server(it).server().refreshes()));
        BorrowingProcess killed = processes.get(0);
        List<GrantedAccount> unsent =
                providers.stream().map(it -> connect(it, "before")).toList();
        unsent.forEach(it -> killed.begin(it, "before", MAX_WAIT));
        killed.awaitPaused("before", 4);
        List<GrantedAccount> after =
                providers.stream().map(it -> connect(it, "after")).toList();
        after.forEach(it -> killed.begin(it, "after", MAX_WAIT));
        killed.awaitPaused("after", 3 + 1 + 4);
        providers.forEach(it -> server(it).next(Misbehaviour.slow(MAX_WAIT)));
        List<GrantedAccount> during =
                providers.stream().map(it -> connect(it, "during")).toList();
        during.forEach(it -> killed.begin(it, "none", Duration.ZERO));
        Poll.until(
                () -> providers.stream()
                        .allMatch(it -> server(it).server().refreshes() == before.getOrDefault(it, 0L) + 2),
                MAX_WAIT);
        during.forEach(it -> Poll.until(
                () -> it.provider().equals("safe")
                        || !server(it.provider()).server().isValid(it.refreshToken()),
                MAX_WAIT));
        killed.signal("-KILL");

        List<GrantedAccount> sent =
                Stream.concat(after.stream(), during.stream()).toList();
        Stream.concat(unsent.stream(), sent.stream())
                .map(it -> processes.get(1).borrow(it, 1))
                .toList()
                .forEach(CompletableFuture::join);
        // Within the provider's grace a call can be repeated, but only while the unknown outcome is recent.
        Stream.concat(unsent.stream(), sent.stream())
                .filter(it -> it.provider().equals("graced"))
                .forEach(it -> assertUsableOrEnded(it, false));
        unsent.forEach(it -> assertUsableOrEnded(it, it.provider().equals("family")));
        sent.forEach(it -> assertUsableOrEnded(it, Set.of("single", "family").contains(it.provider())));

        assertTrue(sent.stream()
                .filter(it -> !it.provider().equals("safe"))
                .noneMatch(it -> server(it.provider()).server().isValid(it.refreshToken())));
        assertEquals(2, server("family").server().refreshes() - before.getOrDefault("family", 0L), "it was sent twice");
        assertEquals(5, server("family").server().validGrants(), "a family was killed");
        System.out.println("R3 " + getClass().getSimpleName()
                + ": 12 accounts that were in a refresh when kill -9 came," + " 5 of them say needs_reconnect, 7 work");
    }

    /** @param isLost whether the outcome of the refresh was lost with the node */
    private void assertUsableOrEnded(GrantedAccount granted, boolean isLost) {
        String result = processes.get(1).complete(granted);
        assertEquals(result, processes.get(2).complete(granted));
        if (isLost) {
            assertEquals("needs_reconnect refresh_unknown", result, granted::toString);
            assertStatus("needs_reconnect", granted);
        } else {
            assertWorks(granted, result);
            assertStatus("active", granted);
        }
    }

    private void assertWorks(GrantedAccount granted, String result) {
        assertTrue(result.startsWith("lent "), () -> granted + ": " + result);
        assertTrue(server(granted.provider()).isValidByDigest(result.substring("lent ".length())), granted::toString);
    }

    private void assertStatus(String status, GrantedAccount granted) {
        JsonNode account = vault.send(Request.get("/accounts/" + granted.provider() + "/" + granted.account())
                        .as(vault.unwatchedToken(granted.key().owner(), MAX_WAIT)))
                .json();
        assertEquals(status, account.path("status").asText(), account::toString);
        if (status.equals("needs_reconnect")) {
            assertEquals("refresh_unknown", account.path("status_detail").asText());
            assertTrue(account.has("status_since"));
        }
    }

    private GrantedAccount connect(String provider, String account) {
        return accounts.connect(server(provider), "user", provider, account);
    }

    private WatchedServer server(String provider) {
        return Objects.requireNonNull(servers.get(provider));
    }
}
