package io.omnibridge.adapters.store.memory;

import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What one user has: accounts, and the record of what happened to them. Each method is one atomic step. Thread-safe. */
final class UserHoldings {

    private static final Comparator<AccountKey> LISTING_ORDER =
            Comparator.comparing(AccountKey::provider).thenComparing(AccountKey::providerAccountId);

    /** Not {@code synchronized}: that pins virtual threads to their carriers before JDK 24. */
    private final Lock lock = new ReentrantLock();

    private final SortedMap<AccountKey, Account> accounts = new TreeMap<>(LISTING_ORDER);
    private final RecentEvents events = new RecentEvents();

    Optional<Account> account(AccountKey key) {
        return atomically(() -> Optional.ofNullable(accounts.get(key)));
    }

    List<AccountMetadata> accounts() {
        return atomically(
                () -> accounts.values().stream().map(Account::metadata).toList());
    }

    AuditPage record(long before, int limit) {
        return atomically(() -> events.page(before, limit));
    }

    void record(AuditEvent event) {
        atomically(() -> {
            events.add(event);
            return event;
        });
    }

    LinkResult link(Account account, int quota, AuditedAction action) {
        return atomically(() -> {
            LinkResult result = link(account, quota);
            events.add(action.concluded(result.outcome()));
            return result;
        });
    }

    boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        return atomically(() -> {
            Account former = accounts.get(renewed.key());
            if (former == null || !former.version().equals(expected)) {
                return false;
            }
            accounts.put(renewed.key(), renewed.linkedSince(former.metadata().linkedAt()));
            events.add(action.concluded(AuditOutcome.RENEWED));
            return true;
        });
    }

    boolean unlink(AccountKey key, AccountVersion expected, AuditedAction action) {
        return atomically(() -> {
            Account former = accounts.get(key);
            if (former == null || !former.version().equals(expected)) {
                return false;
            }
            accounts.remove(key);
            events.add(action.concluded(AuditOutcome.UNLINKED));
            return true;
        });
    }

    private LinkResult link(Account account, int quota) {
        Account former = accounts.get(account.key());
        if (former == null) {
            return add(account, quota);
        }
        if (former.metadata().linkedBy() == LinkedBy.CONNECT
                && account.metadata().linkedBy() == LinkedBy.TOKEN) {
            return new LinkResult.AccountConnected();
        }
        Account replacement = account.linkedSince(former.metadata().linkedAt());
        accounts.put(account.key(), replacement);
        return new LinkResult.Replaced(replacement.metadata());
    }

    private LinkResult add(Account account, int quota) {
        if (accounts.size() >= quota) {
            return new LinkResult.QuotaExceeded();
        }
        accounts.put(account.key(), account);
        return new LinkResult.Linked(account.metadata());
    }

    private <T> T atomically(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
