package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.ListPagesContract;
import io.omnibridge.application.port.Samples;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** OmniBridge on a durable store, with nodes that start, stop and share it. */
abstract class DurableVaultContract {

    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final int CALLERS = 30;
    private static final Map<String, String> LONG_TIMEOUT = Map.of(
            "OMNIBRIDGE_LOG_LEVEL", "info", "OMNIBRIDGE_STORE_TIMEOUT", "30s", "OMNIBRIDGE_STORE_CONNECTIONS", "10");
    private static final int MAX_TOKEN_LENGTH = 16_384;

    private final Nodes nodes;

    DurableVaultContract(Nodes nodes) {
        this.nodes = nodes;
    }

    @AfterEach
    void end() {
        nodes.close();
    }

    @Test
    @Tag("D1")
    @Tag("D5")
    void accounts_and_audit_logs_survive_a_restart() {
        JsonNode accounts;
        try (Vault before = nodes.start()) {
            assertEquals(201, link(before, "work").status());
            assertEquals(201, link(before, "home").status());
            assertEquals(200, link(before, "work").status());
            accounts = get(before, "/accounts").json();
            assertEquals(2, accounts.path("accounts").size());
        }
        try (Vault after = nodes.start()) {
            assertEquals(accounts, get(after, "/accounts").json());
            assertEquals(
                    List.of("replaced", "linked", "linked"),
                    get(after, "/audit").json().path("events").findValuesAsText("outcome"));
            String path = "/accounts/github/work";
            assertEquals(
                    204,
                    after.send(Request.delete(path).as(after.token("alice"))).status());
            assertEquals(404, get(after, path).status());
        }
    }

    @Test
    @Tag("D4")
    @Tag("W1")
    void two_nodes_are_one_vault_with_one_quota_in_which_a_sign_out_counts_everywhere() {
        Map<String, String> quota = Map.of("OMNIBRIDGE_MAX_ACCOUNTS_PER_USER", "2");
        try (Vault left = nodes.start(quota);
                Vault right = nodes.start(quota)) {
            theQuotaIsOne(left, right);
            aSignOutByTheOperatorEndsJwtsAndLeases(left, right);
        }
    }

    private static void theQuotaIsOne(Vault left, Vault right) {
        assertEquals(201, link(left, "1").status());
        assertEquals(200, get(right, "/accounts/github/1").status());
        assertEquals(201, link(right, "2").status());

        RawResponse third = link(left, "3");

        assertEquals(409, third.status());
        assertEquals("quota_exceeded", third.json().path("code").asText());
        assertEquals(get(left, "/accounts").json(), get(right, "/accounts").json());
    }

    private void aSignOutByTheOperatorEndsJwtsAndLeases(Vault left, Vault right) {
        Map<Vault, String> before = Map.of(left, left.token("alice"), right, right.token("alice"));
        before.forEach((node, token) -> assertEquals(200, list(node, token).status()));
        String lease = lease(left);

        CommandResult signOut = new OperatorShell(nodes.settings(Map.of())).run("users", "sign-out", "--user", "alice");

        assertEquals(0, signOut.status(), signOut::err);
        assertEquals("signed out, and ended 1 lease: alice\n", signOut.out());
        before.forEach((node, token) -> {
            RawResponse ended = node.send(Request.get("/sources").as(lease));
            assertEquals("lease_ended", ended.json().path("code").textValue(), ended::body);
            Poll.until(() -> list(node, token).status() == 401, RECOVERY);
            Poll.until(() -> get(node, "/accounts").status() == 200, RECOVERY);
            assertEquals(401, list(node, token).status());
        });
        JsonNode newest = get(left, "/audit").json().path("events");
        assertEquals(
                List.of("sign_out", "end_lease"),
                newest.findValuesAsText("action").subList(0, 2));
    }

    /** Returns the token of a lease of alice, which stands in no response that is searched for secrets. */
    private static String lease(Vault vault) {
        Request request = Request.post("/leases", "{\"label\":\"agent\"}").as(vault.token("alice"));
        RawResponse made = RawResponse.to(request.text(), vault.port());
        assertEquals(201, made.status(), made::body);
        return vault.watch("lease token", made.json().path("lease_token").textValue());
    }

    private static RawResponse list(Vault vault, String token) {
        return vault.send(Request.get("/accounts").as(token));
    }

    @Test
    @Tag("C6")
    @Tag("D2")
    void a_node_recovers_from_an_unavailable_store_but_not_from_one_without_its_vault() throws Exception {
        Map<String, String> shortTimeout = Map.of("OMNIBRIDGE_STORE_TIMEOUT", "1s");
        try (Vault vault = nodes.start(shortTimeout)) {
            Poll.until(() -> Set.of(200, 201).contains(link(vault, "work").status()), RECOVERY);
            Poll.until(() -> vault.send(Request.get("/readyz")).status() == 200, RECOVERY);
            nodes.pause();
            try {
                assertNotReady(vault);
                for (RawResponse response : List.of(
                        get(vault, "/accounts"),
                        get(vault, "/accounts/github/none"),
                        get(vault, "/audit"),
                        link(vault, "home"))) {
                    assertUnavailable(response);
                }
            } finally {
                nodes.resume();
            }
            Poll.until(() -> vault.send(Request.get("/readyz")).status() == 200, RECOVERY);
            // A ready node may still need longer than its short timeout for one read.
            Poll.until(() -> get(vault, "/accounts/github/work").status() == 200, RECOVERY);

            nodes.removeVaultMetadata();

            assertNotReady(vault);
        }
    }

    private static void assertNotReady(Vault vault) {
        assertEquals(503, vault.send(Request.get("/readyz")).status());
        assertEquals(200, vault.send(Request.get("/healthz")).status());
    }

    @Test
    @Tag("D8")
    @Tag("A20")
    @Tag("long")
    void concurrent_listings_of_a_thousand_large_accounts_fit_into_a_small_heap() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (Vault vault = Vault.start(List.of("-Xmx96m"), nodes, LONG_TIMEOUT)) {
            linkLargestAccounts();
            String token = vault.token("alice");
            List<Future<Integer>> responses =
                    callers.invokeAll(Collections.nCopies(CALLERS, () -> listed(vault, token)));
            for (Future<Integer> response : responses) {
                assertEquals(Samples.QUOTA, response.get());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** Links so much that the sealed credentials for three listings exceed the heap. */
    private void linkLargestAccounts() {
        SealedCredentials largest = new SealedCredentials(new byte[2 * MAX_TOKEN_LENGTH * 4 / 3]);
        try (DurableStore durable = nodes.open()) {
            TokenStore store = VaultPorts.over(
                            durable.users(), new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "any"))
                    .accounts();
            for (int i = 0; i < Samples.QUOTA; i++) {
                AccountKey key = Samples.key(Samples.ALICE, Samples.GOOGLE, "account-" + i);
                Account account =
                        new Account(ListPagesContract.withLargestScopes(key).metadata(), largest);
                store.link(account, Samples.QUOTA, Optional.empty(), Samples.action(ActionKind.LINK, key));
            }
        }
    }

    /** Lists all accounts to the last page, in the largest pages, and returns how many there are. */
    private static int listed(Vault vault, String token) {
        int accounts = 0;
        String target = "/accounts?limit=1000";
        while (true) {
            RawResponse page = RawResponse.to(Request.get(target).as(token).text(), vault.port());
            assertEquals(200, page.status());
            accounts += page.json().path("accounts").size();
            JsonNode next = page.json().path("next_cursor");
            if (next.isNull()) {
                return accounts;
            }
            target = "/accounts?limit=1000&cursor=" + next.textValue();
        }
    }

    private static void assertUnavailable(RawResponse response) {
        assertEquals(503, response.status());
        assertEquals("store_unavailable", response.json().path("code").asText());
        assertTrue(Integer.parseInt(response.header("Retry-After")) > 0);
    }

    private static RawResponse link(Vault vault, String account) {
        return vault.send(Request.post("/accounts/link", vault.linkBody("github", account, ""))
                .as(vault.token("alice")));
    }

    private static RawResponse get(Vault vault, String path) {
        return vault.send(Request.get(path).as(vault.token("alice")));
    }
}
