package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.write.SnapshotScope;
import io.omnibridge.adapters.store.write.UserSnapshot;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
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

    private final ConcurrentMap<UserId, UserData> users = new ConcurrentHashMap<>();
    private final Interning interning = new Interning();
    private final CallbackIndex returning = new CallbackIndex();
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

    public PendingRevocations pendingRevocations() {
        return new InMemoryPendingRevocations(this);
    }

    public AuditLog auditLog() {
        return new InMemoryAuditLog(this);
    }

    /** For maintenance. */
    public AccountScan scan() {
        return new InMemoryAccountScan(this);
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
    Optional<UserData> find(UserId user) {
        return Optional.ofNullable(users.get(user));
    }

    /**
     * Changes what {@code user} has, even if that is nothing yet, in one atomic step.
     *
     * @param change is asked anew if somebody else changes it meanwhile
     */
    <T> T change(UserId user, Function<UserData, Changed<T>> change) {
        while (true) {
            UserData before = users.get(user);
            Changed<T> changed = change.apply(before == null ? UserData.NONE : before);
            if (isReplaced(user, before, changed.data())) {
                return changed.answer();
            }
        }
    }

    /** Decides on what {@code subject}'s user has, and changes and records what was decided. */
    <T> T write(AuditedAction action, SnapshotScope subject, Function<UserSnapshot, Decision<T>> decide) {
        return change(subject.user(), data -> data.write(action, subject, decide, interning));
    }

    /** Changes an account that is as {@code expected}, and records nothing. Answers whether there is one. */
    boolean changeAccount(AccountKey key, Predicate<Account> expected, UnaryOperator<Account> change) {
        return change(key.owner(), data -> {
            Optional<Account> stored = data.accounts()
                    .find(key)
                    .map(account -> account.of(key.owner()))
                    .filter(expected);
            UserData changed = stored.map(change)
                    .map(account -> data.with(data.accounts().with(key, interning.stored(account))))
                    .orElse(data);
            return new Changed<>(changed, stored.isPresent());
        });
    }

    /** Puts {@code next} where {@code former} is; answers whether it is there, just so. */
    boolean replace(PendingRevocation former, PendingRevocation next) {
        return change(former.account().owner(), data -> {
            UserRevocations pendingRevocations = data.pendingRevocations();
            return pendingRevocations.has(former)
                    ? new Changed<>(data.with(pendingRevocations.with(former, next)), true)
                    : new Changed<>(data, false);
        });
    }

    void forget(UserId owner, AttemptId attempt) {
        change(owner, data -> {
            UserAttempts attempts = data.attempts();
            return attempts.find(attempt).isPresent()
                    ? new Changed<>(data.with(attempts.without(attempt)), true)
                    : new Changed<>(data, false);
        });
    }

    CallbackIndex returning() {
        return returning;
    }

    private boolean isReplaced(UserId user, @Nullable UserData before, UserData after) {
        if (before == null) {
            return after == UserData.NONE || users.putIfAbsent(user, after) == null;
        }
        return after == before || users.replace(user, before, after);
    }

    /** Everybody who has anything, in no order. */
    Set<UserId> users() {
        return users.keySet();
    }

    ErasedUser erase(UserId user) {
        UserData erased = Optional.ofNullable(users.remove(user)).orElse(UserData.NONE);
        erased.attempts().all().forEach(returning::remove);
        return erased.erased();
    }
}
