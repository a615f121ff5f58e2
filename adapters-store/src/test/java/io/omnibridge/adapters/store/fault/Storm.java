package io.omnibridge.adapters.store.fault;

import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainedAuditLog;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Links accounts and claims refreshes for several users until the server is killed. */
public final class Storm {

    private static final int WRITERS = 6;
    private static final int MAX_LINKS = 10_000;
    private static final int LINKS_BEFORE_THE_KILL = 10 * WRITERS;

    private static final RefreshState CLAIMED = new RefreshState.Calling(Optional.empty(), NOW, NOW.plusSeconds(30), 0);

    private final TokenStore store;
    private final List<Account> acknowledged = new ArrayList<>();
    private final CountDownLatch linked = new CountDownLatch(LINKS_BEFORE_THE_KILL);

    public Storm(TokenStore store) {
        this.store = store;
    }

    /** Lets each writer link until the store is unavailable. Returns the number of acknowledged links. */
    public int untilKilled(Runnable kill) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<List<Account>>> running = users().stream()
                    .map(user -> threads.submit(() -> linkUntilUnavailable(user)))
                    .toList();
            assertTrue(linked.await(60, TimeUnit.SECONDS), "too few links before the kill");
            kill.run();
            for (Future<List<Account>> writer : running) {
                acknowledged.addAll(writer.get());
            }
            return acknowledged.size();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Waits until the store works again. It has every acknowledged link and claim, and every audit log is intact. */
    public void assertNothingLost(StoreHealth health, ChainedAuditLog auditLog, AuditChain chain) {
        Outage.awaitHealthy(health);
        acknowledged.forEach(this::assertStored);
        users().forEach(user -> assertAuditLogIntact(user, auditLog, chain));
    }

    private List<Account> linkUntilUnavailable(UserId user) {
        List<Account> accounts = new ArrayList<>();
        try {
            while (accounts.size() < MAX_LINKS) {
                Account account = account(key(user, GOOGLE, "a" + accounts.size()));
                store.link(account, MAX_LINKS, Optional.empty(), action(ActionKind.LINK, account.key()));
                accounts.add(account);
                linked.countDown();
                store.updateRefreshState(account.key(), account.version(), RefreshState.READY, CLAIMED);
                accounts.set(accounts.size() - 1, account.withRefresh(CLAIMED));
            }
        } catch (StoreUnavailable e) {
            return accounts;
        }
        return accounts;
    }

    /** A claim that was not acknowledged may have been stored. */
    private void assertStored(Account account) {
        Account stored = Outage.untilAvailable(() -> store.find(account.key())).orElseThrow();
        assertTrue(stored.equals(account) || stored.equals(account.withRefresh(CLAIMED)));
    }

    private void assertAuditLogIntact(UserId user, ChainedAuditLog auditLog, AuditChain chain) {
        StoredChainHead head = auditLog.head(user);
        assertInstanceOf(VerificationResult.Intact.class, chain.verify(auditLog.after(user, 0, MAX_LINKS + 1), head));
        assertEquals(head.count(), Listing.all(store, user).size());
    }

    private static List<UserId> users() {
        return IntStream.range(0, WRITERS)
                .mapToObj(i -> new UserId("user-" + i))
                .toList();
    }
}
