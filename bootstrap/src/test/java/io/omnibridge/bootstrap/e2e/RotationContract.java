package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.domain.account.AccountKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys are rotated by the real commands, beside real nodes. */
@Tag("S6")
abstract class RotationContract<N extends Nodes> {

    private static final int SEEDED = 2_000;
    private static final int MORE_THAN_NODES_LINK = 100;
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private final N nodes;
    private final KeyCommands keys;

    RotationContract(N nodes) {
        this.nodes = nodes;
        this.keys = new KeyCommands(nodes);
    }

    @AfterEach
    void end() {
        try (nodes) {
            keys.assertNothingSecretCameOut();
        }
    }

    @Test
    @Tag("C5")
    @Tag("C6")
    @Tag("C9")
    void no_node_ever_fails_while_keys_are_rotated_and_resealing_is_killed() {
        Keyset before = nodes.keyset();
        long former = before.primaryKeyId();
        try (Fleet fleet = new Fleet(nodes, before);
                DurableStore store = nodes.open()) {
            SeededAccounts accounts = new SeededAccounts(store);
            accounts.link(before, SEEDED);
            Keyset added = keys.keyset(before, "add");
            fleet.rollOut(added);
            assertEquals(0, accounts.verify(added).unreadable());
            Keyset promoted = keys.keyset(added, "promote");
            fleet.rollOut(promoted);
            assertEquals(0, accounts.verify(added).unreadable());

            killWhileResealing(promoted, accounts);
            assertEquals(0, accounts.verify(added).unreadable());
            assertRetiringIsRefused(promoted, former);
            long start = System.nanoTime();
            KeyCommands.Ended resealed = keys.run(promoted, "reseal");
            System.out.println("C5 " + getClass().getSimpleName() + ": "
                    + resealed.out().lines().findFirst().orElse("") + " in "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms, start of the JVM included");
            assertEquals(0, resealed.status(), resealed.err());
            assertTrue(resealed.out().endsWith("everything is under key " + promoted.primaryKeyId() + "\n"));
            assertEquals(0, accounts.verify(added).unreadable());

            Keyset retired = keys.keyset(promoted, "retire", Long.toString(former));
            assertEquals(promoted.without(former).toJson(), retired.toJson());
            fleet.rollOut(retired);
            assertEquals(0, accounts.verify(retired).unreadable());
        }
    }

    @Test
    @Tag("C2")
    @Tag("C5")
    void what_does_not_open_is_named_by_a_digest_and_stays_as_it_is() {
        try (Vault founder = nodes.start()) {
            founder.kill();
        }
        try (DurableStore store = nodes.open()) {
            SeededAccounts accounts = new SeededAccounts(store);
            accounts.link(nodes.keyset(), 32);
            AccountKey damaged = accounts.damageOne();
            assertEquals(1, accounts.verify(nodes.keyset()).unreadable());
            Keyset promoted = promoted(nodes.keyset());

            KeyCommands.Ended verified = keys.run(nodes.keyset(), "status", "--verify");
            KeyCommands.Ended resealed = keys.run(promoted, "reseal");

            assertEquals(1, verified.status(), verified.err());
            assertTrue(verified.out().endsWith("31 accounts open, 1 do not\n"), verified.out());
            assertNamed(damaged, accounts, verified);
            assertEquals(1, resealed.status());
            assertTrue(resealed.out().startsWith("resealed 31 accounts"), resealed.out());
            assertTrue(resealed.err().contains("about 1 accounts are not under key "), resealed.err());
            assertNamed(damaged, accounts, resealed);
            assertEquals(1, accounts.verify(promoted).unreadable());
            assertEquals(1, accounts.use(promoted).of(nodes.keyset().primaryKeyId()));
        }
    }

    /** Whose account has this digest, as docs/operations.md says how to find it in this store. */
    abstract String ownerOf(String digest, N nodes, SeededAccounts accounts);

    private void assertNamed(AccountKey damaged, SeededAccounts accounts, KeyCommands.Ended ended) {
        String[] lines = ended.err()
                .lines()
                .filter(line -> line.contains("credentials_unreadable"))
                .toArray(String[]::new);
        assertEquals(1, lines.length, ended.err());
        String digest = lines[0].replaceFirst(".*credentials_unreadable account=([0-9a-f]{16})\"?$", "$1");
        assertEquals(damaged.owner().value(), ownerOf(digest, nodes, accounts));
    }

    private static Keyset promoted(Keyset keyset) {
        Keyset added = keyset.withNewKey();
        return added.withPrimary(added.keys().get(1).id());
    }

    /** It must have done something, and not all. */
    private void killWhileResealing(Keyset promoted, SeededAccounts accounts) {
        long former = nodes.keyset().primaryKeyId();
        long undone = accounts.use(promoted).of(former);
        try (Run run = keys.start(promoted, "reseal")) {
            Poll.until(() -> accounts.use(promoted).of(former) < undone - MORE_THAN_NODES_LINK, MAX_WAIT);
            run.handle().destroyForcibly();
            assertEquals(137, run.exit(), run::err);
        }
        CountKeyUse.KeyUse use = accounts.use(promoted);
        assertTrue(use.of(former) > 0, "all was done before it was killed");
        System.out.println("C5 " + getClass().getSimpleName() + ": " + use.of(former) + " of " + undone
                + " accounts not resealed yet when kill -9 came");
    }

    private void assertRetiringIsRefused(Keyset promoted, long former) {
        KeyCommands.Ended refused = keys.run(promoted, "retire", Long.toString(former));
        assertEquals(1, refused.status(), refused.err());
        assertEquals("", refused.out());
        assertTrue(refused.err().contains("key " + former + " may still be needed: by about "), refused.err());
    }
}
