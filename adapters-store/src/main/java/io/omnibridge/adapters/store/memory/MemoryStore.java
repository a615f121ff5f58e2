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

/**
 * One store in memory, {@code {user: {provider: {account: Account}}}} and a record of each user, and the ports to it.
 *
 * <p>Each user is under a lock of their own, so that no user waits for another. Of each user's record the newest 1,000
 * events are kept. Thread-safe.
 */
public final class MemoryStore {

    private final ConcurrentMap<UserId, UserHoldings> users = new ConcurrentHashMap<>();

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

    /** What {@code user} has; empty, and nothing is kept about the question, when nothing was ever written. */
    Optional<UserHoldings> find(UserId user) {
        return Optional.ofNullable(users.get(user));
    }

    /**
     * Writes what {@code user} has, even if that is nothing yet.
     *
     * @param write answers nothing, and does nothing, where the user was erased meanwhile: it then begins anew
     */
    <T> T write(UserId user, Function<UserHoldings, Optional<T>> write) {
        Optional<T> written = Optional.empty();
        while (written.isEmpty()) {
            written = write.apply(users.computeIfAbsent(user, unknown -> new UserHoldings()));
        }
        return written.get();
    }

    /** Everybody who has anything, in no order. */
    Set<UserId> users() {
        return users.keySet();
    }

    ErasedUser erase(UserId user) {
        return find(user)
                .map(holdings -> holdings.erase(() -> users.remove(user)))
                .orElseGet(() -> new ErasedUser(0, 0));
    }
}
