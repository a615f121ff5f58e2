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
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Clock;
import java.util.Objects;
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

    /** What {@code user} has; empty, and nothing is kept about the question, when nothing was ever written. */
    Optional<UserHoldings> find(UserId user) {
        return Optional.ofNullable(users.get(user));
    }

    ReturningBrowsers returning() {
        return returning;
    }

    /** Writes what the user has, even if that is nothing yet. A user who is erased meanwhile begins anew. */
    <T> T write(AuditedAction action, Subject subject, Function<Holding, Decision<T>> decide) {
        Optional<T> written = Optional.empty();
        while (written.isEmpty()) {
            written = users.computeIfAbsent(subject.user(), unknown -> new UserHoldings())
                    .write(action, subject, decide);
        }
        return written.get();
    }

    /** As {@link #write}; does and answers nothing where the user has nothing. */
    <T> Optional<T> writeIfAny(AuditedAction action, Subject subject, Function<Holding, Decision<T>> decide) {
        return find(subject.user()).flatMap(holdings -> holdings.write(action, subject, decide));
    }

    /** Everybody who has anything, in no order. */
    Set<UserId> users() {
        return users.keySet();
    }

    ErasedUser erase(UserId user) {
        return find(user)
                .map(holdings -> holdings.erase(() -> users.remove(user), returning::remove))
                .orElseGet(() -> new ErasedUser(0, 0));
    }
}
