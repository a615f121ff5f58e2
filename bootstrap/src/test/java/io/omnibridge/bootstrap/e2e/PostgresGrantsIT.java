package io.omnibridge.bootstrap.e2e;

import static io.omnibridge.bootstrap.e2e.ConnectIT.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultAccountScan;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.bootstrap.e2e.ConnectingUser.BegunAttempt;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Grants are revoked and exchanged correctly when the provider fails or the node dies, on PostgreSQL. */
@Tag("S1")
@Tag("long")
class PostgresGrantsIT {

    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    /** One store for all tests, and one node. Each test has a provider and users of its own. */
    private static final Nodes NODES = PostgresNodes.onNewDatabase();

    private static final ProviderPool PROVIDERS = new ProviderPool("corporate", 5);
    private static final Map<String, String> SETTINGS =
            ProvidersFile.settings(PROVIDERS.yaml() + PROVIDERS.yaml("unasked", "revocation_style: none"));
    private static Vault vault;

    private final WatchedServer provider = PROVIDERS.next();
    private final String corporate = PROVIDERS.idOf(provider);
    private final String unasked = PROVIDERS.idOf("unasked", provider);
    private final String alice = "alice-of-" + corporate;
    private final OperatorShell shell = new OperatorShell(NODES.settings(SETTINGS));

    @BeforeAll
    static void start() {
        vault = NODES.start(SETTINGS);
    }

    @AfterEach
    void assertNoSecretCameOut() {
        shell.assertNoneCameOut(provider.secrets());
    }

    @AfterAll
    static void end() {
        PROVIDERS.watch(vault);
        try (NODES) {
            vault.close();
        } finally {
            PROVIDERS.close();
        }
    }

    @Test
    @Tag("O14")
    void a_node_that_dies_during_an_exchange_never_exchanges_again() throws InterruptedException {
        ConnectingUser user = new ConnectingUser(vault, alice);
        BegunAttempt begun = user.begin(corporate);
        String ticket = user.ticketOf(begun);
        provider.next(Misbehaviour.slow(MAX_WAIT));
        Thread completing = new Thread(() -> {
            try {
                user.complete(begun, ticket);
            } catch (UncheckedIOException | StringIndexOutOfBoundsException e) {
                return;
            }
        });
        completing.start();
        Poll.until(() -> provider.server().exchanges() == 1, MAX_WAIT);
        vault.kill();
        completing.join();
        PROVIDERS.watch(vault);
        vault.close();

        vault = NODES.start(SETTINGS);
        ConnectingUser again = new ConnectingUser(vault, alice);
        assertEquals("exchanging", again.statusOf(begun));
        assertProblem(409, "attempt_in_progress", again.complete(begun, ticket));
        letExchangeExpire(begun);
        assertEquals("failed exchange_unknown", again.statusOf(begun));
        assertProblem(502, "provider_failed", again.complete(begun, ticket));
        assertEquals(1, provider.server().exchanges());
        assertEquals(0, again.accounts().size());
    }

    @Test
    @Tag("O9")
    void a_failed_revocation_is_attempted_again() {
        ConnectingUser user = new ConnectingUser(vault, alice);
        connect(user, corporate, "alice-1");
        provider.server().next("/revoke", Misbehaviour.status(503));

        RawResponse unlinked = user.send(Request.delete("/accounts/" + corporate + "/alice-1?wait=true"));

        assertEquals("pending", unlinked.json().path("revocation").asText(), unlinked::text);
        assertEquals(0, user.accounts().size());
        assertEquals(1, provider.server().validGrants());
        assertEquals(1, pendingRevocations().size());
        makeRevocationsDue();
        CommandResult result = shell.run("users", "erase", "--user", alice);
        assertEquals(0, result.status(), result.err());
        assertFalse(result.out().contains("not revoked"), result.out());
        assertEquals(2, provider.server().requests("/revoke").size());
        assertEquals(0, provider.server().validGrants());
        assertEquals(List.of(), pendingRevocations());
    }

    @Test
    @Tag("O9")
    void erasing_a_user_revokes_grants_and_names_those_that_remain() {
        ConnectingUser user = new ConnectingUser(vault, alice);
        ConnectingUser bob = new ConnectingUser(vault, "bob");
        connect(user, corporate, "alice-1");
        connect(user, unasked, "alice-2");
        connect(bob, corporate, "bob-1");

        CommandResult result = shell.run("users", "erase", "--user", alice);

        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().startsWith("erased 2 accounts and "), result.out());
        assertTrue(result.out().endsWith("to be ended by the user at the provider: " + unasked + "\n"), result.out());
        assertEquals(2, provider.server().validGrants());
        assertEquals(
                "there was nothing: " + alice + "\n",
                shell.run("users", "erase", "--user", alice).out());
        assertEquals(1, bob.accounts().size());
    }

    /** Erasing removes the pending revocation with its token, so no later attempt is possible. */
    @Test
    @Tag("O9")
    void erasing_a_user_attempts_pending_revocations_once_more() {
        ConnectingUser user = new ConnectingUser(vault, alice);
        connect(user, corporate, "alice-1");
        provider.server().always("/revoke", Misbehaviour.status(503));
        user.send(Request.delete("/accounts/" + corporate + "/alice-1?wait=true"));

        CommandResult result = shell.run("users", "erase", "--user", alice);

        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().endsWith("to be ended by the user at the provider: " + corporate + "\n"), result.out());
        assertEquals(1, provider.server().validGrants());
    }

    @Test
    @Tag("O9")
    void all_grants_at_one_provider_are_revoked_with_progress() {
        try (DurableStore store = NODES.open()) {
            GrantedAccounts accounts = new GrantedAccounts(store, NODES.keyset());
            IntStream.range(0, 40).forEach(i -> accounts.connect(provider, "user-" + i, corporate, "a" + i));
            accounts.connect(provider, "user-0", unasked, "stays");
        }
        provider.server().always("/revoke", Misbehaviour.slow(Duration.ofMillis(40)));

        CommandResult result = shell.run("providers", "revoke", corporate);

        assertEquals(0, result.status(), result.err());
        assertEquals(
                "40 accounts unlinked: 40 grants revoked, 0 to be tried again; 0 accounts could not be read\n",
                result.out());
        assertTrue(result.err().contains(" accounts unlinked so far"), result.err());
        assertEquals(1, provider.server().validGrants());
        assertEquals(List.of(), pendingRevocations());
        ConnectingUser first = new ConnectingUser(vault, "user-0");
        assertEquals(
                "stays", first.accounts().path(0).path("provider_account_id").asText());
        assertEquals(2, shell.run("providers", "revoke", "nobody").status());
    }

    private void connect(ConnectingUser user, String at, String account) {
        provider.server().signIn(account);
        BegunAttempt begun = user.begin(at);
        RawResponse response = user.complete(begun, user.ticketOf(begun));
        assertEquals(201, response.status(), response::text);
    }

    /** Returns the pending revocations at the provider of this test. */
    private List<PendingRevocation> pendingRevocations() {
        try (DurableStore store = NODES.open()) {
            return new VaultAccountScan(store.users())
                    .pendingRevocations(ScanCursor.START, 1_000).items().stream()
                            .filter(it -> it.account().provider().value().equals(corporate))
                            .toList();
        }
    }

    private void makeRevocationsDue() {
        try (DurableStore store = NODES.open()) {
            GrantedAccounts accounts = new GrantedAccounts(store, NODES.keyset());
            pendingRevocations()
                    .forEach(it -> assertTrue(VaultPorts.over(store.users(), accounts.chain())
                            .pendingRevocations()
                            .replace(it, it.withDueAt(Instant.now().minusMillis(1)))));
        }
    }

    private void letExchangeExpire(BegunAttempt begun) {
        try (DurableStore store = NODES.open()) {
            GrantedAccounts accounts = new GrantedAccounts(store, NODES.keyset());
            ConnectAttempts attempts =
                    VaultPorts.over(store.users(), accounts.chain()).attempts();
            UserId user = new UserId(alice);
            ConnectAttempt attempt =
                    attempts.find(user, new AttemptId(begun.id())).orElseThrow();
            Instant past = Instant.now().minusSeconds(1);
            AuditedAction action = AuditedAction.of(
                    ActionKind.CONNECT,
                    new Caller(user, Optional.empty(), Set.of()),
                    new RequestId("time"),
                    Instant.now());
            assertTrue(attempts.proceed(
                    attempt.nextRevision(new AttemptState.Exchanging(past), Optional.empty()),
                    action.withOutcome(AuditOutcome.EXCHANGING)));
        }
    }
}
