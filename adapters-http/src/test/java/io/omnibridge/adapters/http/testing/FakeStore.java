package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.ChainHead;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** In-memory store that tests can make fail or block. Thread-safe. */
public final class FakeStore implements TokenStore, PendingRevocations, AuditLog, StoreHealth {

    private static final Comparator<AccountKey> ORDER = Comparator.comparing(
                    (AccountKey key) -> key.owner().value())
            .thenComparing(AccountKey::provider)
            .thenComparing(AccountKey::providerAccountId);

    private final Map<AccountKey, Account> accounts = new TreeMap<>(ORDER);
    private final Map<PendingRevocationId, PendingRevocation> pendingRevocations = new HashMap<>();
    private final List<AuditEvent> events = new ArrayList<>();
    private final List<AuditEvent> refused = new ArrayList<>();
    private volatile Runnable before = () -> {};

    /** Runs {@code action} at the start of every call from now on; it may throw or block. */
    public void beforeEveryCall(Runnable action) {
        before = action;
    }

    public synchronized void clear() {
        before = () -> {};
        accounts.clear();
        pendingRevocations.clear();
        events.clear();
        refused.clear();
    }

    public synchronized void put(Account account) {
        accounts.put(account.key(), account);
    }

    public synchronized List<AuditOutcome> outcomes() {
        return events.stream().map(AuditEvent::outcome).toList();
    }

    /** Returns the outcomes of all refusals, oldest first. */
    public synchronized List<AuditOutcome> refusedOutcomes() {
        return refused.stream().map(AuditEvent::outcome).toList();
    }

    /** Returns all pending revocations. */
    public synchronized List<PendingRevocation> pendingRevocations() {
        return List.copyOf(pendingRevocations.values());
    }

    public synchronized List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    @Override
    public void check() {
        before.run();
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        before.run();
        synchronized (this) {
            return Optional.ofNullable(accounts.get(key));
        }
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return find(key).map(Account::metadata);
    }

    @Override
    public AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        return AccountPage.of(
                metadata(owner).stream()
                        .filter(account -> provider.filter(
                                        it -> !it.equals(account.key().provider()))
                                .isEmpty())
                        .filter(account -> after.filter(it -> ORDER.compare(account.key(), it.of(owner)) <= 0)
                                .isEmpty())
                        .toList(),
                limit);
    }

    @Override
    public List<AccountKey> keys(UserId owner) {
        return metadata(owner).stream().map(AccountMetadata::key).toList();
    }

    private List<AccountMetadata> metadata(UserId owner) {
        before.run();
        return accounts().stream()
                .map(Account::metadata)
                .filter(account -> account.key().isOwnedBy(owner))
                .toList();
    }

    @Override
    public Optional<TimedAccount> findWithStoreTime(AccountKey key) {
        return find(key).map(account -> new TimedAccount(account, Instant.now()));
    }

    @Override
    public LinkResult link(Account account, int quota, Optional<PendingRevocation> revocation, AuditedAction action) {
        before.run();
        synchronized (this) {
            LinkResult result = link(account, quota);
            boolean isLinked = result instanceof LinkResult.Linked || result instanceof LinkResult.Replaced;
            (isLinked ? events : refused).add(action.withOutcome(result.outcome()));
            return result;
        }
    }

    private LinkResult link(Account account, int quota) {
        Account previous = accounts.get(account.key());
        if (previous == null && keys(account.key().owner()).size() >= quota) {
            return new LinkResult.QuotaExceeded();
        }
        if (previous != null
                && previous.metadata().linkedBy() == LinkedBy.CONNECT
                && account.metadata().linkedBy() == LinkedBy.TOKEN) {
            return new LinkResult.AccountConnected();
        }
        accounts.put(account.key(), account);
        return previous == null
                ? new LinkResult.Linked(account.metadata())
                : new LinkResult.Replaced(account.metadata());
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        throw new UnsupportedOperationException("no route stores a renewal");
    }

    @Override
    public boolean updateRefreshState(AccountKey key, AccountVersion expected, RefreshState from, RefreshState to) {
        throw new UnsupportedOperationException("no route refreshes");
    }

    @Override
    public boolean markNeedsReconnect(RefreshState from, Account ended, AuditedAction action) {
        throw new UnsupportedOperationException("no route refreshes");
    }

    @Override
    public synchronized void recordView(AccountKey key, AccountVersion expected, Instant seenAt) {
        accounts.computeIfPresent(
                key, (same, account) -> new Account(account.metadata().withSeenAt(seenAt), account.credentials()));
    }

    @Override
    public boolean unlink(AccountMetadata expected, Optional<PendingRevocation> revocation, AuditedAction action) {
        before.run();
        synchronized (this) {
            events.add(action.withOutcome(AuditOutcome.UNLINKED));
            revocation.ifPresent(
                    pendingRevocation -> pendingRevocations.put(pendingRevocation.id(), pendingRevocation));
            return accounts.remove(expected.key()) != null;
        }
    }

    @Override
    public boolean add(PendingRevocation pendingRevocation, AuditedAction action) {
        before.run();
        synchronized (this) {
            events.add(action.withOutcome(AuditOutcome.BEGUN));
            pendingRevocations.put(pendingRevocation.id(), pendingRevocation);
            return true;
        }
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        before.run();
        synchronized (this) {
            return pendingRevocations.replace(former.id(), former, next);
        }
    }

    @Override
    public boolean complete(PendingRevocation pendingRevocation, AuditEvent event) {
        before.run();
        synchronized (this) {
            events.add(event);
            return pendingRevocations.remove(pendingRevocation.id()) != null;
        }
    }

    @Override
    public void append(AuditEvent event) {
        before.run();
        synchronized (this) {
            events.add(event);
        }
    }

    @Override
    public void countRefusal(AuditEvent event) {
        before.run();
        synchronized (this) {
            refused.add(event);
        }
    }

    @Override
    public List<RefusalCount> refusals(UserId user) {
        before.run();
        synchronized (this) {
            List<RefusalCount> counts = new ArrayList<>();
            for (AuditEvent event : refused) {
                if (!event.action().user().equals(user)) {
                    continue;
                }
                Optional<RefusalCount> former =
                        counts.stream().filter(count -> count.counts(event)).findFirst();
                former.ifPresent(counts::remove);
                counts.add(0, former.map(count -> count.and(event)).orElseGet(() -> RefusalCount.of(event)));
            }
            return counts;
        }
    }

    @Override
    public AuditPage list(UserId user, long position, int limit) {
        before.run();
        synchronized (this) {
            List<AuditEvent> page = new ArrayList<>();
            int next = (int) Math.min(position, events.size());
            while (next > 0 && page.size() < limit) {
                next--;
                if (events.get(next).action().user().equals(user)) {
                    page.add(events.get(next));
                }
            }
            return new AuditPage(page, next > 0 ? OptionalLong.of(next) : OptionalLong.empty(), head(user));
        }
    }

    /** Returns a head that changes with every event, like that of a chained audit log. */
    private Optional<ChainHead> head(UserId user) {
        long count = events.stream()
                .filter(event -> event.action().user().equals(user))
                .count();
        return count == 0 ? Optional.empty() : Optional.of(new ChainHead(count, "%064x".formatted(count)));
    }
}
