package io.omnibridge.adapters.store.memory;

import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
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

    public TokenStore tokenStore() {
        return new InMemoryTokenStore(this);
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
        return Optional.ofNullable(users.remove(user)).orElse(UserHoldings.NONE).erased();
    }
}
