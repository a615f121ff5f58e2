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
import io.omnibridge.bootstrap.e2e.Person.Begun;
import io.omnibridge.bootstrap.process.Poll;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Grants at a provider, whatever the provider does and whenever the service dies: beside a node on PostgreSQL. */
@Tag("S1")
class PostgresGrantsIT {

    private static final Duration MAX_WAIT = Duration.ofSeconds(20);

    private final WitnessedServer provider = new WitnessedServer();
    private final Nodes nodes = PostgresNodes.onNewDatabase();
    private final Map<String, String> providers = ProvidersFile.settings(
            provider.server().yaml("corporate") + provider.server().yaml("unasked", "revocation_style: none"));
    private final GrantCommands commands = new GrantCommands(nodes.settings(providers));
    private Vault vault;

    @BeforeEach
    void start() {
        vault = nodes.start(providers);
    }

    @AfterEach
    void end() {
        commands.assertNoneCameOut(provider.secrets());
        provider.watch(vault);
        try (nodes) {
            vault.close();
        } finally {
            provider.close();
        }
    }

    @Test
    @Tag("O14")
    void a_service_that_dies_during_an_exchange_never_exchanges_again() throws InterruptedException {
        Person alice = new Person(vault, "alice");
        Begun begun = alice.begin("corporate");
        String ticket = alice.ticketOf(begun);
        provider.next(Misbehaviour.slow(MAX_WAIT));
        Thread completing = new Thread(() -> {
            try {
                alice.complete(begun, ticket);
            } catch (UncheckedIOException | StringIndexOutOfBoundsException e) {
                return;
            }
        });
        completing.start();
        Poll.until(() -> provider.server().exchanges() == 1, MAX_WAIT);
        vault.kill();
        completing.join();
        provider.watch(vault);
        vault.close();

        vault = nodes.start(providers);
        Person again = new Person(vault, "alice");
        assertEquals("exchanging", again.statusOf(begun));
        assertProblem(409, "attempt_in_progress", again.complete(begun, ticket));
        letTheTimeOfTheExchangePass(begun);
        assertEquals("failed exchange_unknown", again.statusOf(begun));
        assertProblem(502, "provider_failed", again.complete(begun, ticket));
        assertEquals(1, provider.server().exchanges());
        assertEquals(0, again.accounts().size());
    }

    @Test
    @Tag("O9")
    void a_provider_that_does_not_take_a_grant_back_is_asked_again() {
        Person alice = new Person(vault, "alice");
        connect(alice, "corporate", "alice-1");
        provider.server().next("/revoke", Misbehaviour.status(503));

        Answer unlinked = alice.send(Request.delete("/accounts/corporate/alice-1?wait=true"));

        assertEquals("pending", unlinked.json().path("revocation").asText(), unlinked::connection);
        assertEquals(0, alice.accounts().size());
        assertEquals(1, provider.server().validGrants());
        assertEquals(1, pendingRevocations().size());
        letRevocationsBeDue();
        GrantCommands.Ended ended = commands.run("users", "erase", "--user", "alice");
        assertEquals(0, ended.status(), ended.err());
        assertFalse(ended.out().contains("not given back"), ended.out());
        assertEquals(2, provider.server().requests("/revoke").size());
        assertEquals(0, provider.server().validGrants());
        assertEquals(List.of(), pendingRevocations());
    }

    @Test
    @Tag("O9")
    void erasing_a_user_revokes_grants_and_names_those_that_remain() {
        Person alice = new Person(vault, "alice");
        Person bob = new Person(vault, "bob");
        connect(alice, "corporate", "alice-1");
        connect(alice, "unasked", "alice-2");
        connect(bob, "corporate", "bob-1");

        GrantCommands.Ended ended = commands.run("users", "erase", "--user", "alice");

        assertEquals(0, ended.status(), ended.err());
        assertTrue(ended.out().startsWith("erased 2 accounts and "), ended.out());
        assertTrue(ended.out().endsWith("to be ended at the provider by the user: unasked\n"), ended.out());
        assertEquals(2, provider.server().validGrants());
        assertEquals(0, alice.accounts().size());
        assertEquals(1, bob.accounts().size());
    }

    /** It was put off, and with the user's data goes the means to ask once more. */
    @Test
    @Tag("O9")
    void erasing_a_user_asks_once_more_about_what_was_put_off() {
        Person alice = new Person(vault, "alice");
        connect(alice, "corporate", "alice-1");
        provider.server().always("/revoke", Misbehaviour.status(503));
        alice.send(Request.delete("/accounts/corporate/alice-1?wait=true"));

        GrantCommands.Ended ended = commands.run("users", "erase", "--user", "alice");

        assertEquals(0, ended.status(), ended.err());
        assertTrue(ended.out().endsWith("to be ended at the provider by the user: corporate\n"), ended.out());
        assertEquals(1, provider.server().validGrants());
    }

    @Test
    @Tag("O9")
    void all_grants_at_one_provider_are_revoked_with_progress() {
        try (DurableStore store = nodes.open()) {
            GrantedAccounts accounts = new GrantedAccounts(store, nodes.keyset());
            IntStream.range(0, 40).forEach(i -> accounts.connect(provider, "user-" + i, "corporate", "a" + i));
            accounts.connect(provider, "user-0", "unasked", "stays");
        }
        provider.server().always("/revoke", Misbehaviour.slow(Duration.ofMillis(40)));

        GrantCommands.Ended ended = commands.run("providers", "revoke", "corporate");

        assertEquals(0, ended.status(), ended.err());
        assertEquals(
                "40 accounts unlinked: 40 grants revoked, 0 to be tried again; 0 accounts could not be read\n",
                ended.out());
        assertTrue(ended.err().contains(" accounts so far"), ended.err());
        assertEquals(1, provider.server().validGrants());
        assertEquals(List.of(), pendingRevocations());
        Person first = new Person(vault, "user-0");
        assertEquals(
                "stays", first.accounts().path(0).path("provider_account_id").asText());
        assertEquals(2, commands.run("providers", "revoke", "nobody").status());
    }

    private void connect(Person person, String at, String account) {
        provider.server().signIn(account);
        Begun begun = person.begin(at);
        Answer answer = person.complete(begun, person.ticketOf(begun));
        assertEquals(201, answer.status(), answer::connection);
    }

    private List<PendingRevocation> pendingRevocations() {
        try (DurableStore store = nodes.open()) {
            return new VaultAccountScan(store.users())
                    .pendingRevocations(ScanCursor.START, 1_000)
                    .items();
        }
    }

    private void letRevocationsBeDue() {
        try (DurableStore store = nodes.open()) {
            GrantedAccounts accounts = new GrantedAccounts(store, nodes.keyset());
            pendingRevocations()
                    .forEach(it -> assertTrue(VaultPorts.over(store.users(), accounts.chain())
                            .pendingRevocations()
                            .replace(it, it.withDueAt(Instant.now().minusMillis(1)))));
        }
    }

    private void letTheTimeOfTheExchangePass(Begun begun) {
        try (DurableStore store = nodes.open()) {
            GrantedAccounts accounts = new GrantedAccounts(store, nodes.keyset());
            ConnectAttempts attempts =
                    VaultPorts.over(store.users(), accounts.chain()).attempts();
            UserId alice = new UserId("alice");
            ConnectAttempt attempt =
                    attempts.find(alice, new AttemptId(begun.id())).orElseThrow();
            Instant past = Instant.now().minusSeconds(1);
            AuditedAction action = AuditedAction.of(
                    AuditedAction.Kind.CONNECT,
                    new Caller(alice, Optional.empty(), Set.of()),
                    new RequestId("time"),
                    Instant.now());
            assertTrue(attempts.proceed(
                    attempt.nextRevision(new AttemptState.Exchanging(past), Optional.empty()),
                    action.withOutcome(AuditOutcome.EXCHANGING)));
        }
    }
}
