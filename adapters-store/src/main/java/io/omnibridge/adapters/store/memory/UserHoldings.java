package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.decision.AttemptChange;
import io.omnibridge.adapters.store.decision.AttemptDecisions;
import io.omnibridge.adapters.store.decision.Change;
import io.omnibridge.adapters.store.decision.Changes;
import io.omnibridge.adapters.store.decision.Decision;
import io.omnibridge.adapters.store.decision.Holding;
import io.omnibridge.adapters.store.decision.Owing;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.Obligation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What one user has: accounts, attempts, obligations, and the record of what happened to them. Each method is one atomic
 * step. Once erased, it has nothing and takes nothing. Thread-safe.
 */
final class UserHoldings {

    private static final Comparator<AccountKey> LISTING_ORDER =
            Comparator.comparing(AccountKey::provider).thenComparing(AccountKey::providerAccountId);

    /** Not {@code synchronized}: that pins virtual threads to their carriers before JDK 24. */
    private final Lock lock = new ReentrantLock();

    private final SortedMap<AccountKey, Account> accounts = new TreeMap<>(LISTING_ORDER);
    private final UserAttempts attempts = new UserAttempts();
    private final UserObligations obligations = new UserObligations();
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

    Optional<ConnectAttempt> attempt(AttemptId id) {
        return atomically(() -> attempts.find(id));
    }

    List<Obligation> obligations() {
        return atomically(obligations::all);
    }

    AuditPage record(long before, int limit) {
        return atomically(() -> events.page(before, limit));
    }

    /** Decides on what there is, and changes and records what was decided. Answers nothing once erased. */
    <T> Optional<T> write(AuditedAction action, Subject subject, Function<Holding, Decision<T>> decide) {
        return atomically(() -> {
            if (erased) {
                return Optional.empty();
            }
            Decision<T> decision = decide.apply(holding(subject));
            decision.outcome().ifPresent(outcome -> events.add(action.concluded(outcome)));
            apply(decision.changes());
            return Optional.of(decision.answer());
        });
    }

    /** Changes an account that is as {@code expected}, and records nothing. Answers whether there is one. */
    boolean change(AccountKey key, Predicate<Account> expected, UnaryOperator<Account> change) {
        return atomically(() -> {
            Account stored = accounts.get(key);
            if (stored == null || !expected.test(stored)) {
                return false;
            }
            accounts.put(key, change.apply(stored));
            return true;
        });
    }

    boolean replace(Obligation former, Obligation next) {
        return atomically(() -> obligations.replace(former, next));
    }

    void forget(AttemptId attempt) {
        atomically(() -> {
            attempts.remove(attempt);
            return attempt;
        });
    }

    /** @param forget lets go of this, and of the attempts that it had, in the same step */
    ErasedUser erase(Runnable forget, Consumer<ConnectAttempt> forgetAttempt) {
        return atomically(() -> {
            ErasedUser was = new ErasedUser(accounts.size(), events.size());
            attempts.all().forEach(forgetAttempt);
            accounts.clear();
            attempts.clear();
            obligations.clear();
            events.clear();
            if (!erased) {
                forget.run();
            }
            erased = true;
            return was;
        });
    }

    private Holding holding(Subject subject) {
        return new Holding(
                accounts.size(),
                RecordHead.NONE,
                0,
                subject.account()
                        .flatMap(key -> Optional.ofNullable(accounts.get(key)))
                        .map(account -> Holding.Linked.of(account.metadata())),
                subject.attempt().flatMap(attempts::find).stream()
                        .mapToLong(ConnectAttempt::revision)
                        .findFirst(),
                subject.pendingAt().map(attempts::pendingAt).orElse(0L),
                subject.pendingAt()
                        .map(time -> attempts.begunAfter(time.minus(AttemptDecisions.KEPT)))
                        .orElse(0L),
                subject.obligation().map(obligations::has).orElse(false));
    }

    private void apply(Changes changes) {
        apply(changes.account());
        apply(changes.attempt());
        apply(changes.owing());
    }

    private void apply(Change change) {
        if (change instanceof Change.Add add) {
            accounts.put(add.account().key(), add.account());
        } else if (change instanceof Change.Replace replace) {
            accounts.put(replace.account().key(), replace.account());
        } else if (change instanceof Change.Show show) {
            accounts.computeIfPresent(
                    show.account().key(), (key, stored) -> new Account(show.account(), stored.credentials()));
        } else if (change instanceof Change.Remove remove) {
            accounts.remove(remove.key());
        }
    }

    private void apply(AttemptChange change) {
        if (change instanceof AttemptChange.Begin begin) {
            attempts.put(begin.attempt());
        } else if (change instanceof AttemptChange.Proceed proceed) {
            attempts.put(proceed.next());
        }
    }

    private void apply(Owing owing) {
        owing.cancelled().ifPresent(obligations::cancel);
        owing.added().ifPresent(obligations::add);
        owing.settled().ifPresent(obligations::remove);
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
