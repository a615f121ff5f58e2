package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.decision.Decision;
import io.omnibridge.adapters.store.decision.Holding;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One store in memory, {@code {user: {provider: {account: Account}}}} and a record of each user, and the ports to it.
 *
 * <p>What a user has is immutable, and a write puts something else in its place: nobody waits, a reader for nothing and a
 * writer only for another one of the same user. Of each user's record the newest 1,000 events are kept. Thread-safe.
 */
public final class MemoryStore {

    private final ConcurrentMap<UserId, UserHoldings> users = new ConcurrentHashMap<>();
    private final Interning interning = new Interning();
    private final ReturningBrowsers returning = new ReturningBrowsers();
    private final Clock clock;

    /** @param clock the store's time, which refreshes are decided on */
    public MemoryStore(Clock clock) {
        this.clock = Objects.requireNonNull(clock);
    }

    public TokenStore tokenStore() {
        return new InMemoryTokenStore(this, clock);
    }

    public ConnectAttempts connectAttempts() {
        return new InMemoryAttempts(this);
    }

    public Obligations obligations() {
        return new InMemoryObligations(this);
    }

    public AuditTrail auditTrail() {
        return new InMemoryAuditTrail(this);
    }

    /** For maintenance. */
    public AccountSweep sweep() {
        return new InMemorySweep(this);
    }

    /** Always well: what is in this process can be reached. */
    public StoreHealth health() {
        return () -> {};
    }

    /** What makes that which is kept. */
    Interning interning() {
        return interning;
    }

    /** What {@code user} has; empty, and nothing is kept about the question, when nothing was ever written. */
    Optional<UserHoldings> find(UserId user) {
        return Optional.ofNullable(users.get(user));
    }

    /**
     * Changes what {@code user} has, even if that is nothing yet, in one atomic step.
     *
     * @param change is asked anew if somebody else changes it meanwhile
     */
    <T> T change(UserId user, Function<UserHoldings, Changed<T>> change) {
        while (true) {
            UserHoldings before = users.get(user);
            Changed<T> changed = change.apply(before == null ? UserHoldings.NONE : before);
            if (isReplaced(user, before, changed.holdings())) {
                return changed.answer();
            }
        }
    }

    /** Decides on what {@code subject}'s user has, and changes and records what was decided. */
    <T> T write(AuditedAction action, Subject subject, Function<Holding, Decision<T>> decide) {
        return change(subject.user(), holdings -> holdings.write(action, subject, decide, interning));
    }

    /** Changes an account that is as {@code expected}, and records nothing. Answers whether there is one. */
    boolean changeAccount(AccountKey key, Predicate<Account> expected, UnaryOperator<Account> change) {
        return change(key.owner(), holdings -> {
            Optional<Account> stored = holdings.accounts()
                    .find(key)
                    .map(account -> account.of(key.owner()))
                    .filter(expected);
            UserHoldings changed = stored.map(change)
                    .map(account -> holdings.with(holdings.accounts().with(key, interning.stored(account))))
                    .orElse(holdings);
            return new Changed<>(changed, stored.isPresent());
        });
    }

    /** Puts {@code next} where {@code former} is; answers whether it is there, just so. */
    boolean replace(Obligation former, Obligation next) {
        return change(former.account().owner(), holdings -> {
            UserObligations obligations = holdings.obligations();
            return obligations.has(former)
                    ? new Changed<>(holdings.with(obligations.with(former, next)), true)
                    : new Changed<>(holdings, false);
        });
    }

    void forget(UserId owner, AttemptId attempt) {
        change(owner, holdings -> {
            UserAttempts attempts = holdings.attempts();
            return attempts.find(attempt).isPresent()
                    ? new Changed<>(holdings.with(attempts.without(attempt)), true)
                    : new Changed<>(holdings, false);
        });
    }

    ReturningBrowsers returning() {
        return returning;
    }

    private boolean isReplaced(UserId user, @Nullable UserHoldings before, UserHoldings after) {
        if (before == null) {
            return after == UserHoldings.NONE || users.putIfAbsent(user, after) == null;
        }
        return after == before || users.replace(user, before, after);
    }

    /** Everybody who has anything, in no order. */
    Set<UserId> users() {
        return users.keySet();
    }

    ErasedUser erase(UserId user) {
        UserHoldings erased = Optional.ofNullable(users.remove(user)).orElse(UserHoldings.NONE);
        erased.attempts().all().forEach(returning::remove);
        return erased.erased();
    }
}
