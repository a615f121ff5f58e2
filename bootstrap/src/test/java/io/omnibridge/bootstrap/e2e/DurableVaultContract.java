package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.Samples;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** OmniBridge on a store that outlives it, in processes that come and go. */
abstract class DurableVaultContract {

    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final int CALLERS = 50;
    private static final Map<String, String> PATIENT = Map.of(
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
    void what_was_linked_and_recorded_is_there_after_a_restart() {
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
    void two_nodes_are_one_vault_with_one_quota() {
        Map<String, String> quota = Map.of("OMNIBRIDGE_MAX_ACCOUNTS_PER_USER", "2");
        try (Vault left = nodes.start(quota);
                Vault right = nodes.start(quota)) {
            assertEquals(201, link(left, "1").status());
            assertEquals(200, get(right, "/accounts/github/1").status());
            assertEquals(201, link(right, "2").status());

            Answer third = link(left, "3");

            assertEquals(409, third.status());
            assertEquals("quota_exceeded", third.json().path("code").asText());
            assertEquals(get(left, "/accounts").json(), get(right, "/accounts").json());
        }
    }

    @Test
    @Tag("D2")
    void while_the_store_does_not_answer_everything_is_unavailable_and_then_it_recovers_by_itself()
            throws IOException, InterruptedException {
        Map<String, String> impatient = Map.of("OMNIBRIDGE_STORE_TIMEOUT", "1s");
        try (Vault vault = nodes.start(impatient)) {
            link(vault, "work");
            assertEquals(200, vault.send(Request.get("/readyz")).status());
            nodes.pause();
            try {
                assertEquals(503, vault.send(Request.get("/readyz")).status());
                assertEquals(200, vault.send(Request.get("/healthz")).status());
                for (Answer answer : List.of(
                        get(vault, "/accounts"),
                        get(vault, "/accounts/github/none"),
                        get(vault, "/audit"),
                        link(vault, "home"))) {
                    assertUnavailable(answer);
                }
            } finally {
                nodes.resume();
            }
            Poll.until(() -> vault.send(Request.get("/readyz")).status() == 200, RECOVERY);
            assertEquals(200, get(vault, "/accounts/github/work").status());
        }
    }

    @Test
    @Tag("C6")
    void a_node_whose_vault_was_taken_from_under_it_is_not_ready() {
        try (Vault vault = nodes.start()) {
            assertEquals(201, link(vault, "work").status());
            assertEquals(200, vault.send(Request.get("/readyz")).status());

            nodes.forgetTheVault();

            assertEquals(503, vault.send(Request.get("/readyz")).status());
            assertEquals(200, vault.send(Request.get("/healthz")).status());
        }
    }

    @Test
    @Tag("D8")
    void listing_a_thousand_of_the_largest_accounts_to_fifty_callers_at_once_fits_into_a_small_heap() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (Vault vault = Vault.start(List.of("-Xmx96m"), nodes, PATIENT)) {
            linkTheLargest();
            String list = Request.get("/accounts").as(vault.token("alice")).text();
            List<Future<Integer>> answers = callers.invokeAll(
                    Collections.nCopies(2 * CALLERS, () -> listed(RequestConnection.exchange(vault.port(), list))));
            for (Future<Integer> answer : answers) {
                assertEquals(Samples.QUOTA, answer.get());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** Sealed, those of three callers are more than the heap has. */
    private void linkTheLargest() {
        SealedCredentials largest = new SealedCredentials(new byte[2 * MAX_TOKEN_LENGTH * 4 / 3]);
        try (DurableStore durable = nodes.open()) {
            TokenStore store = VaultPorts.over(
                            durable.users(), new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "any"))
                    .accounts();
            for (int i = 0; i < Samples.QUOTA; i++) {
                AccountKey key = Samples.key(Samples.ALICE, Samples.GOOGLE, "account-" + i);
                Account account = new Account(Samples.account(key).metadata(), largest);
                store.link(account, Samples.QUOTA, Optional.empty(), Samples.action(AuditedAction.Kind.LINK, key));
            }
        }
    }

    private static int listed(Answer answer) {
        assertEquals(200, answer.status());
        return answer.json().path("accounts").size();
    }

    private static void assertUnavailable(Answer answer) {
        assertEquals(503, answer.status());
        assertEquals("store_unavailable", answer.json().path("code").asText());
        assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
    }

    private static Answer link(Vault vault, String account) {
        return vault.send(Request.post("/accounts/link", vault.linkBody("github", account, ""))
                .as(vault.token("alice")));
    }

    private static Answer get(Vault vault, String path) {
        return vault.send(Request.get(path).as(vault.token("alice")));
    }
}
