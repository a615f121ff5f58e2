package io.omnibridge.adapters.store.memory;

import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What one user has: accounts, and the record of what happened to them. Each method is one atomic step. Once erased, it has
 * nothing and takes nothing. Thread-safe.
 */
final class UserHoldings {

    private static final Comparator<AccountKey> LISTING_ORDER =
            Comparator.comparing(AccountKey::provider).thenComparing(AccountKey::providerAccountId);

    /** Not {@code synchronized}: that pins virtual threads to their carriers before JDK 24. */
    private final Lock lock = new ReentrantLock();

    private final SortedMap<AccountKey, Account> accounts = new TreeMap<>(LISTING_ORDER);
    private final RecentEvents events = new RecentEvents();
    private boolean erased;

    Optional<Account> account(AccountKey key) {
        return atomically(() -> Optional.ofNullable(accounts.get(key)));
    }

    List<Account> sealedAccounts() {
        return atomically(() -> List.copyOf(accounts.values()));
    }

    List<AccountMetadata> accounts() {
        return atomically(
                () -> accounts.values().stream().map(Account::metadata).toList());
    }

    AuditPage record(long before, int limit) {
        return atomically(() -> events.page(before, limit));
    }

    /** Answers the event; nothing once erased. */
    Optional<AuditEvent> record(AuditEvent event) {
        return unlessErased(() -> {
            events.add(event);
            return event;
        });
    }

    /** Answers how it ended; nothing once erased. */
    Optional<LinkResult> link(Account account, int quota, AuditedAction action) {
        return unlessErased(() -> {
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

    boolean reseal(Account swept, SealedCredentials resealed) {
        return atomically(() -> {
            Account stored = accounts.get(swept.key());
            if (stored == null
                    || !stored.version().equals(swept.version())
                    || !stored.credentials().equals(swept.credentials())) {
                return false;
            }
            accounts.put(swept.key(), new Account(stored.metadata(), resealed));
            return true;
        });
    }

    /** @param forget lets go of this, in the same step */
    ErasedUser erase(Runnable forget) {
        return atomically(() -> {
            ErasedUser was = new ErasedUser(accounts.size(), events.size());
            accounts.clear();
            events.clear();
            if (!erased) {
                forget.run();
            }
            erased = true;
            return was;
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

    private <T> Optional<T> unlessErased(Supplier<T> step) {
        return atomically(() -> erased ? Optional.empty() : Optional.of(step.get()));
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
