package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.maintenance.KeyUse;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.domain.account.AccountKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rotates keys with the real commands while real nodes serve. */
@Tag("S6")
@Tag("long")
abstract class RotationContract<N extends Nodes> {

    private static final int SEEDED = 1_000;
    private static final int MORE_THAN_NODES_LINK = 100;
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private final N nodes;
    private final OperatorShell shell;

    RotationContract(N nodes) {
        this.nodes = nodes;
        this.shell = new OperatorShell(nodes.settings(Map.of()));
    }

    @AfterEach
    void end() {
        try (nodes) {
            shell.assertNoneCameOut(List.of(nodes.password()));
        }
    }

    @Test
    @Tag("C5")
    @Tag("C6")
    @Tag("C9")
    void no_request_fails_while_keys_are_rotated_and_resealing_is_killed() {
        Keyset before = nodes.keyset();
        long former = before.primaryKeyId();
        try (Fleet fleet = new Fleet(nodes, before);
                DurableStore store = nodes.open()) {
            SeededAccounts accounts = new SeededAccounts(store);
            accounts.link(before, SEEDED);
            Keyset added = shell.printedKeyset(before, "keys", "add");
            fleet.rollOut(added);
            assertEquals(0, accounts.verify(added).unreadable());
            Keyset promoted = shell.printedKeyset(added, "keys", "promote");
            fleet.rollOut(promoted);
            assertEquals(0, accounts.verify(added).unreadable());

            killWhileResealing(promoted, accounts);
            assertEquals(0, accounts.verify(added).unreadable());
            assertRetiringIsRefused(promoted, former);
            long start = System.nanoTime();
            CommandResult resealed = shell.run(promoted, "keys", "reseal");
            System.out.println("C5 " + getClass().getSimpleName() + ": "
                    + resealed.out().lines().findFirst().orElse("") + " in "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms, start of the JVM included");
            assertEquals(0, resealed.status(), resealed.err());
            assertTrue(resealed.out().endsWith("everything is under key " + promoted.primaryKeyId() + "\n"));
            assertEquals(0, accounts.verify(added).unreadable());

            Keyset retired = shell.printedKeyset(promoted, "keys", "retire", Long.toString(former));
            assertEquals(promoted.without(former).toJson(), retired.toJson());
            fleet.rollOut(retired);
            assertEquals(0, accounts.verify(retired).unreadable());
        }
    }

    @Test
    @Tag("C2")
    @Tag("C5")
    void an_unreadable_account_is_named_by_digest_and_left_unchanged() {
        try (Vault founder = nodes.start()) {
            founder.kill();
        }
        try (DurableStore store = nodes.open()) {
            SeededAccounts accounts = new SeededAccounts(store);
            accounts.link(nodes.keyset(), 32);
            AccountKey damaged = accounts.damageOne();
            assertEquals(1, accounts.verify(nodes.keyset()).unreadable());
            Keyset promoted = promoted(nodes.keyset());

            CommandResult verified = shell.run(nodes.keyset(), "keys", "status", "--verify");
            CommandResult resealed = shell.run(promoted, "keys", "reseal");

            assertEquals(1, verified.status(), verified.err());
            assertTrue(verified.out().endsWith("31 accounts and 0 leases open, 1 does not\n"), verified.out());
            assertNamed(damaged, accounts, verified);
            assertEquals(1, resealed.status());
            assertTrue(resealed.out().startsWith("resealed 31 accounts"), resealed.out());
            assertTrue(resealed.err().contains("about 1 account or lease is not under key "), resealed.err());
            assertNamed(damaged, accounts, resealed);
            assertEquals(1, accounts.verify(promoted).unreadable());
            assertEquals(1, accounts.use(promoted).of(nodes.keyset().primaryKeyId()));
        }
    }

    @Test
    @Tag("P10")
    void status_names_each_key_that_the_keyset_lacks_and_what_needs_it() {
        try (Vault founder = nodes.start()) {
            founder.kill();
        }
        try (DurableStore store = nodes.open()) {
            new SeededAccounts(store).link(nodes.keyset(), 32);
            long lacking = nodes.keyset().primaryKeyId();

            CommandResult status = shell.run(Keyset.generate(), "keys", "status");

            assertEquals(1, status.status(), status.err());
            assertTrue(
                    status.err()
                            .endsWith(
                                    "OMNIBRIDGE_KEYSET lacks the key " + lacking
                                            + ", which is needed by about 32 accounts and leases and by 1 value of the vault metadata\n"),
                    status.err());
            assertTrue(status.out().matches("(?s).*\\n" + lacking + " +missing +32 +0 +1 +yes\\n.*"), status.out());
            assertEquals(0, shell.run(nodes.keyset(), "keys", "status").status());
        }
    }

    @Test
    @Tag("C5")
    @Tag("N1")
    void a_lease_is_resealed_and_retiring_tells_when_its_token_ends() {
        Keyset before = nodes.keyset();
        Keyset promoted = promoted(before);
        String former = Long.toString(before.primaryKeyId());
        String made = "{\"label\":\"agent\",\"of\":[\"api\"]}";
        String expiry;
        String token;
        try (Vault node = nodes.start()) {
            node.send(Request.post("/accounts/link", node.linkBody("github", "work", ""))
                    .as(node.token("alice")));
            JsonNode lease = RawResponse.to(
                            Request.post("/leases", made)
                                    .as(node.token("alice"))
                                    .text(),
                            node.port())
                    .json();
            expiry = lease.at("/lease/expires_at").textValue();
            token = lease.path("lease_token").textValue();
        }

        CommandResult resealed = shell.run(promoted, "keys", "reseal");

        assertEquals(0, resealed.status(), resealed.err());
        assertTrue(resealed.out().startsWith("resealed 1 account and 1 lease under key "), resealed.out());
        Keyset retired;
        try (Run retiring = shell.start(promoted, "keys", "retire", former)) {
            assertEquals(0, retiring.exit(), retiring::err);
            assertTrue(retiring.err().contains("about 1 lease token needs key " + former), retiring::err);
            assertTrue(retiring.err().contains(" expires at " + expiry), retiring::err);
            retired = Keyset.parse(retiring.out());
        }
        try (Vault node = nodes.under(retired).start()) {
            RawResponse refused = node.send(Request.get("/api/github").as(token));
            assertEquals(401, refused.status(), refused::body);
            assertEquals("invalid_token", refused.json().path("code").textValue());
        }
    }

    /** Returns the owner of the account with this digest, found as docs/operations.md describes. */
    abstract String ownerOf(String digest, N nodes, SeededAccounts accounts);

    private void assertNamed(AccountKey damaged, SeededAccounts accounts, CommandResult result) {
        String[] lines = result.err()
                .lines()
                .filter(line -> line.contains("credentials_unreadable"))
                .toArray(String[]::new);
        assertEquals(1, lines.length, result.err());
        String digest = lines[0].replaceFirst(".*credentials_unreadable account=([0-9a-f]{16})\"?$", "$1");
        assertEquals(damaged.owner().value(), ownerOf(digest, nodes, accounts));
    }

    private static Keyset promoted(Keyset keyset) {
        Keyset added = keyset.withNewKey();
        return added.withPrimary(added.keys().get(1).id());
    }

    /** Kills the command after it has resealed some accounts and before it has resealed all. */
    private void killWhileResealing(Keyset promoted, SeededAccounts accounts) {
        long former = nodes.keyset().primaryKeyId();
        long undone = accounts.use(promoted).of(former);
        try (Run run = shell.start(promoted, "keys", "reseal")) {
            Poll.until(() -> accounts.use(promoted).of(former) < undone - MORE_THAN_NODES_LINK, MAX_WAIT);
            run.handle().destroyForcibly();
            assertEquals(137, run.exit(), run::err);
        }
        KeyUse use = accounts.use(promoted);
        assertTrue(use.of(former) > 0, "all was done before it was killed");
        System.out.println("C5 " + getClass().getSimpleName() + ": " + use.of(former) + " of " + undone
                + " accounts not resealed yet when kill -9 came");
    }

    private void assertRetiringIsRefused(Keyset promoted, long former) {
        CommandResult refused = shell.run(promoted, "keys", "retire", Long.toString(former));
        assertEquals(1, refused.status(), refused.err());
        assertEquals("", refused.out());
        assertTrue(refused.err().contains("key " + former + " may still be needed: by about "), refused.err());
    }
}
