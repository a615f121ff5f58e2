package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.auditlog.EventChain;
import io.omnibridge.adapters.store.scan.UserRowsScan;
import io.omnibridge.adapters.store.spi.AccountUpdate;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.spi.RowChanges;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserPart;
import io.omnibridge.adapters.store.spi.UserRows;
import io.omnibridge.adapters.store.spi.UserScan;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.spi.UserWrite;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Store in the memory of this process: a map from each user to immutable rows, which a change replaces. Readers never wait; a
 * writer tries again if another one replaced the rows of the same user first. Nothing outlives the process, so its audit logs are
 * {@link EventChain#UNCHAINED}, and it keeps the newest 1,000 events of each user. Thread-safe; never unavailable.
 */
public final class MemoryStore implements UserStore, UserStore.Session {

    /** What a user does must not fill the heap. */
    private static final int MAX_EVENTS = 1_000;

    private final ConcurrentMap<UserId, UserRows> users = new ConcurrentHashMap<>();
    private final CallbackIndex callbacks = new CallbackIndex();
    private final UserRowsScan scan = new UserRowsScan(() -> users.keySet().stream(), this::rows);
    private final Clock clock;

    /** Without MACs, this alone tells a user who was erased and came back from the former one: no value is ever used twice. */
    private final AtomicLong unrecordedChanges = new AtomicLong();

    /** @param clock the store's time, which refreshes are decided on */
    public MemoryStore(Clock clock) {
        this.clock = Objects.requireNonNull(clock);
    }

    /** Returns the ports to this store. */
    public VaultPorts ports() {
        return VaultPorts.over(this, EventChain.UNCHAINED);
    }

    @Override
    public <T> T inSession(Function<Session, T> work) {
        return work.apply(this);
    }

    @Override
    public UserSnapshot snapshot(SnapshotScope scope) {
        return read(scope.user()).snapshot(scope);
    }

    /** Adds an attempt to the index before it is there: until then the index leads to nothing. */
    @Override
    public boolean apply(UserWrite write) {
        if (!(write.changes().attempt() instanceof AttemptChange.Begin begin)) {
            return change(write.user(), rows -> applied(write, rows));
        }
        callbacks.removeOutdated(begin.outdatedBefore(), this::removeAttempt);
        callbacks.add(begin.attempt());
        boolean begun = change(write.user(), rows -> applied(write, rows));
        if (!begun) {
            callbacks.remove(begin.attempt());
        }
        return begun;
    }

    /** The time is read after the account: what is decided on both is decided no earlier than the account was so. */
    @Override
    public Optional<TimedAccount> find(AccountKey key) {
        return Optional.ofNullable(read(key.owner()).accounts().get(key))
                .map(account -> new TimedAccount(account, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return Optional.ofNullable(read(key.owner()).accounts().get(key)).map(Account::metadata);
    }

    @Override
    public List<AccountMetadata> list(UserId owner, Optional<ProviderId> provider) {
        return read(owner).list(provider);
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(UserId owner, AttemptId id) {
        return Optional.ofNullable(read(owner).attempts().get(id));
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(HashedValue oauthState) {
        return callbacks.find(oauthState).flatMap(entry -> findAttempt(entry.owner(), entry.id()));
    }

    @Override
    public List<PendingRevocation> pendingRevocations(UserId user) {
        return List.copyOf(read(user).pendingRevocations().values());
    }

    @Override
    public ChainedPage auditPage(UserId user, long before, int limit) {
        UserRows rows = read(user);
        return new ChainedPage(Optional.empty(), rows.newestEvents(before, limit), rows.oldestPosition());
    }

    @Override
    public List<ChainedEvent> after(UserId user, long position, int limit) {
        return read(user).eventsAfter(position, limit);
    }

    @Override
    public boolean update(AccountUpdate update) {
        return change(
                update.key().owner(),
                rows -> RowChanges.apply(update, rows)
                        .map(changed -> changed.withUnrecordedChanges(unrecordedChanges.incrementAndGet())));
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return change(former.account().owner(), rows -> RowChanges.replace(former, next, rows));
    }

    @Override
    public ErasedUser erase(UserId user) {
        UserRows erased = Optional.ofNullable(users.remove(user)).orElse(UserRows.EMPTY);
        erased.attempts().values().forEach(callbacks::remove);
        return erased.erased();
    }

    @Override
    public void load(UserPart part) {
        change(part.user(), rows -> Optional.of(RowChanges.load(part, rows)));
    }

    @Override
    public UserScan scan() {
        return scan;
    }

    @Override
    public void check() {
        // What is in this process can always be reached.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    /** Returns the rows of {@code user}; empty, and nothing is kept about the question, if there are none. */
    Optional<UserRows> rows(UserId user) {
        return Optional.ofNullable(users.get(user));
    }

    private UserRows read(UserId user) {
        return users.getOrDefault(user, UserRows.EMPTY);
    }

    private Optional<UserRows> applied(UserWrite write, UserRows rows) {
        return RowChanges.apply(write, rows).map(changed -> RowChanges.keepNewestEvents(MAX_EVENTS, changed));
    }

    private void removeAttempt(CallbackIndex.Entry entry) {
        change(
                entry.owner(),
                rows -> Optional.of(rows)
                        .filter(found -> found.attempts().containsKey(entry.id()))
                        .map(found -> RowChanges.removeAttempt(entry.id(), found)));
    }

    /** Replaces the user's rows by those that {@code change} returns, in one atomic step; returns whether it returned any. */
    private boolean change(UserId user, Function<UserRows, Optional<UserRows>> change) {
        while (true) {
            UserRows former = users.get(user);
            Optional<UserRows> changed = change.apply(former == null ? UserRows.EMPTY : former);
            if (changed.isEmpty() || isReplaced(user, former, changed.get())) {
                return changed.isPresent();
            }
        }
    }

    private boolean isReplaced(UserId user, @Nullable UserRows former, UserRows next) {
        return former == null
                ? users.putIfAbsent(user, next.withUnrecordedChanges(unrecordedChanges.incrementAndGet())) == null
                : users.replace(user, former, next);
    }
}
