package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.vault.DurableStoreContract.CHAIN;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.Rotation;
import io.omnibridge.adapters.store.sealing.SealedAccounts;
import io.omnibridge.adapters.store.sealing.SealedLeases;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.sealing.TinkLeaseSealer;
import io.omnibridge.adapters.store.sealing.TinkRevocationSealer;
import io.omnibridge.adapters.store.sealing.TinkSealingKeys;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.maintenance.CountKeyUse;
import io.omnibridge.application.maintenance.CountLeaseTokens;
import io.omnibridge.application.maintenance.KeyUse;
import io.omnibridge.application.maintenance.ResealAccounts;
import io.omnibridge.application.maintenance.ResealResult;
import io.omnibridge.application.maintenance.RowOpeners;
import io.omnibridge.application.maintenance.ScanObserver;
import io.omnibridge.application.maintenance.VerifyCredentials;
import io.omnibridge.application.maintenance.VerifyResult;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes of one vault, on keysets that are one step of a rotation apart, each of which opens what the other one sealed. */
public interface KeyRotationContract {

    String ISSUER = "https://issuer.example";
    int ACCOUNTS = 300;
    ScanObserver IGNORING = new ScanObserver() {
        @Override
        public void scanned(long accounts) {}

        @Override
        public void unreadable(AccountKey account) {
            throw new AssertionError("does not open");
        }

        @Override
        public void unreadable(StoredLease lease) {
            throw new AssertionError("does not open");
        }
    };

    /** Returns a store that is empty before each test, and the same one all through it. */
    DurableStore durable();

    /** Node that was started with some keyset: it links accounts, and opens all of them. */
    final class Node {

        private static final AtomicInteger NEXT = new AtomicInteger();

        private final Queue<AccountKey> linked;
        private final SealedAccounts accounts;

        Node(DurableStore store, Keyset keyset, Queue<AccountKey> linked) {
            VaultOpening opening = new VaultOpening(store.metadata(), keyset, ISSUER, new SecureRandom());
            AuditChain chain = new AuditChain(opening.open("sub"), ISSUER);
            this.linked = linked;
            this.accounts =
                    new SealedAccounts(VaultPorts.over(store.users(), chain).accounts(), keyset);
        }

        void link() {
            int next = NEXT.incrementAndGet();
            AccountKey key = key(new UserId("user-" + next % 7), GOOGLE, "a" + next);
            accounts.link(key, Integer.toHexString(next % 16));
            linked.add(key);
        }

        void openAll() {
            linked.forEach(accounts::assertOpens);
        }
    }

    @Test
    @Tag("C5")
    @Tag("C9")
    default void no_node_ever_fails_to_read_while_keys_are_rotated() throws Exception {
        Rotation rotation = Rotation.begin();
        Queue<AccountKey> linked = new ConcurrentLinkedQueue<>();
        Node before = node(rotation.before(), linked);
        for (int i = 0; i < ACCOUNTS; i++) {
            before.link();
        }
        Node added = node(rotation.added(), linked);
        bothLinkAndOpen(before, added);
        Node promoted = node(rotation.promoted(), linked);
        bothLinkAndOpen(added, promoted);

        whileNodesWork(List.of(added, promoted), () -> reseal(rotation.promoted()));
        reseal(rotation.promoted());
        new VaultKeys(durable().metadata(), rotation.promoted(), ISSUER).reseal();

        assertEquals(0, use(rotation).of(rotation.before().primaryKeyId()));
        new VaultKeys(durable().metadata(), rotation.promoted(), ISSUER)
                .release(rotation.before().primaryKeyId());
        Node retired = node(rotation.retired(), linked);
        bothLinkAndOpen(promoted, retired);
        assertEquals(new VerifyResult(linked.size(), 0, 0), verify(rotation.retired()));
    }

    @Test
    @Tag("C5")
    @Tag("C6")
    default void a_key_that_is_still_needed_is_counted_and_cannot_be_left_out() {
        Rotation rotation = Rotation.begin();
        node(rotation.before(), new ConcurrentLinkedQueue<>()).link();
        node(rotation.promoted(), new ConcurrentLinkedQueue<>()).link();

        KeyUse use = use(rotation);

        assertEquals(1, use.of(rotation.before().primaryKeyId()));
        assertEquals(1, use.of(rotation.promoted().primaryKeyId()));
        assertThrows(StoreCannotStart.class, () -> node(rotation.retired(), new ConcurrentLinkedQueue<>()));
    }

    @Test
    @Tag("C5")
    @Tag("C9")
    default void a_pending_revocation_needs_its_key_until_it_is_resealed() {
        Rotation rotation = Rotation.begin();
        PendingRevocation sample =
                pendingRevocation(account(key(new UserId("user"), GOOGLE, "gone")), RevocationScope.TOKEN);
        RevocableToken token = new RevocableToken(
                new Secret("canary"), true, new TokenOrigin("client", URI.create("https://id.example")));
        PendingRevocation pending = sample.withSealed(
                new TinkRevocationSealer(rotation.before(), ISSUER).seal(sample.id(), sample.account(), token));
        VaultPorts.over(durable().users(), CHAIN)
                .pendingRevocations()
                .add(pending, action(ActionKind.REVOKE, pending.account()));
        assertEquals(1, use(rotation).of(rotation.before().primaryKeyId()));

        assertEquals(new ResealResult(1, 0, 0), reseal(rotation.promoted()));

        assertEquals(0, use(rotation).of(rotation.before().primaryKeyId()));
        PendingRevocation resealed =
                durable().users().pendingRevocations(new UserId("user")).get(0);
        assertEquals(token, new TinkRevocationSealer(rotation.retired(), ISSUER).open(resealed));
    }

    @Test
    @Tag("C5")
    @Tag("N1")
    default void a_lease_is_resealed_and_its_token_opens_until_its_key_is_retired() {
        Rotation rotation = Rotation.begin();
        long former = rotation.before().primaryKeyId();
        AccountKey account = key(new UserId("user"), GOOGLE, "a");
        SealedLeases leases =
                new SealedLeases(VaultPorts.over(durable().users(), CHAIN).leases(), ISSUER);
        String token = leases.add(account, rotation.before());
        assertEquals(1, use(rotation).of(former));

        assertEquals(new ResealResult(0, 1, 0), reseal(rotation.promoted()));

        assertEquals(0, use(rotation).of(former));
        assertEquals(new VerifyResult(0, 1, 0), verify(rotation.retired()));
        assertEquals(
                1,
                new CountLeaseTokens(
                                new VaultAccountScan(durable().users()),
                                new TinkSealingKeys(rotation.promoted(), ISSUER),
                                Clock.systemUTC())
                        .of(former)
                        .count());
        assertTrue(leases.opens(token, rotation.promoted()));
        assertFalse(leases.opens(token, rotation.retired()));
    }

    private Node node(Keyset keyset, Queue<AccountKey> linked) {
        return new Node(durable(), keyset, linked);
    }

    private static void bothLinkAndOpen(Node left, Node right) {
        left.link();
        right.link();
        left.openAll();
        right.openAll();
    }

    private ResealResult reseal(Keyset keyset) {
        return new ResealAccounts(
                        new VaultAccountScan(durable().users()), new TinkSealingKeys(keyset, ISSUER), Clock.systemUTC())
                .reseal(IGNORING);
    }

    private KeyUse use(Rotation rotation) {
        return new CountKeyUse(
                        new VaultAccountScan(durable().users()),
                        new TinkSealingKeys(rotation.promoted(), ISSUER),
                        Clock.systemUTC())
                .count(IGNORING);
    }

    private VerifyResult verify(Keyset keyset) {
        return new VerifyCredentials(
                        new VaultAccountScan(durable().users()),
                        new RowOpeners(
                                new TinkCredentialSealer(keyset, ISSUER)::open,
                                new TinkRevocationSealer(keyset, ISSUER)::open,
                                new TinkLeaseSealer(keyset, ISSUER)::open),
                        Clock.systemUTC())
                .verify(IGNORING);
    }

    /** Runs {@code work} while each node opens everything and links something, over and over. */
    private static void whileNodesWork(List<Node> nodes, Runnable work) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger rounds = new AtomicInteger();
        List<Thread> threads = nodes.stream()
                .map(node -> new Thread(() -> {
                    while (!done.get()) {
                        node.link();
                        node.openAll();
                        rounds.incrementAndGet();
                    }
                }))
                .toList();
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((where, failure) -> failures.add(failure)));
        threads.forEach(Thread::start);
        try {
            work.run();
        } finally {
            done.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertEquals(List.of(), List.copyOf(failures));
        assertTrue(rounds.get() >= nodes.size(), "every node read everything");
    }
}
