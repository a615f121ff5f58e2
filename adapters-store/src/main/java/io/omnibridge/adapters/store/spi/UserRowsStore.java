package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Store that keeps each user as one value, {@link UserRows}: in memory, in a file, or in anything else that can replace a value
 * atomically. Counts of refusals, and when erased users signed out, stay in the memory of this process. As thread-safe as {@link #change}.
 */
public abstract class UserRowsStore implements UserStore, UserSession {

    private final RefusalsInMemory refusals = new RefusalsInMemory();
    private final Clock clock;
    private final int maxReceipts;
    private final ErasedSignOuts erasedSignOuts;

    /**
     * @param clock the store's time, which refreshes are decided on
     * @param maxReceipts how many receipts of uses are kept for each user
     */
    protected UserRowsStore(Clock clock, int maxReceipts) {
        this.clock = clock;
        this.erasedSignOuts = new ErasedSignOuts(clock);
        this.maxReceipts = maxReceipts;
    }

    /** Reads the rows of {@code user}; empty if the store has none. */
    protected abstract Optional<UserRows> read(UserId user);

    /**
     * Replaces the rows of {@code user}, or {@link UserRows#EMPTY} if there are none, by those that {@code change} returns, in one
     * atomic step. Calls {@code change} again if another change came between.
     *
     * @return whether {@code change} returned any
     */
    protected abstract boolean change(UserId user, Function<UserRows, Optional<UserRows>> change);

    /** Removes the rows of {@code user}, and returns them; {@link UserRows#EMPTY} if there are none. */
    protected abstract UserRows removeRows(UserId user);

    @Override
    public final ErasedUser erase(UserId user) {
        refusals.remove(user);
        return erasedSignOuts.erase(user, this::removeRows).erased();
    }

    @Override
    public Optional<SignOut> lastSignOut(UserId user) {
        return erasedSignOuts.find(user, id -> rows(id).uses().signedOutAt());
    }

    @Override
    public void removeForgottenSignOuts() {
        erasedSignOuts.removeForgotten();
    }

    @Override
    public void countRefusal(AuditEvent refused) {
        refusals.count(refused);
    }

    @Override
    public List<RefusalCount> refusals(UserId user) {
        return refusals.of(user);
    }

    @Override
    public <T> T inSession(UserId user, Function<UserSession, T> work) {
        return work.apply(this);
    }

    @Override
    public UserSnapshot snapshot(SnapshotScope scope) {
        return rows(scope.user()).snapshot(scope);
    }

    @Override
    public boolean apply(UserWrite write) {
        return change(write.user(), rows -> RowChanges.apply(write, rows));
    }

    /** The time is read after the account, so that a decision on both is made no earlier than the account was so. */
    @Override
    public Optional<TimedAccount> find(AccountKey key) {
        return account(key)
                .map(account -> new TimedAccount(account, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return account(key).map(Account::metadata);
    }

    @Override
    public AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        return rows(owner).list(provider, after.map(position -> position.of(owner)), limit);
    }

    @Override
    public List<AccountKey> keys(UserId owner) {
        return List.copyOf(rows(owner).accounts().keySet());
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(UserId owner, AttemptId id) {
        return Optional.ofNullable(rows(owner).attempts().get(id));
    }

    @Override
    public List<PendingRevocation> pendingRevocations(UserId user) {
        return List.copyOf(rows(user).pendingRevocations().values());
    }

    @Override
    public ChainedPage auditPage(UserId user, long before, int limit) {
        UserRows rows = rows(user);
        return new ChainedPage(rows.head().toChainHead(), rows.newestEvents(before, limit), rows.oldestPosition());
    }

    @Override
    public List<ChainedEvent> after(UserId user, long position, int limit) {
        return rows(user).eventsAfter(position, limit);
    }

    @Override
    public boolean update(RowUpdate update) {
        return change(update.owner(), rows -> RowUpdates.apply(update, rows));
    }

    @Override
    public UseStore uses() {
        return new UserRowsUses(this, maxReceipts);
    }

    @Override
    public void load(UserChunk chunk) {
        change(chunk.user(), rows -> Optional.of(RowChanges.load(chunk, rows)));
    }

    private Optional<Account> account(AccountKey key) {
        return Optional.ofNullable(rows(key.owner()).accounts().get(key));
    }

    private UserRows rows(UserId user) {
        return read(user).orElse(UserRows.EMPTY);
    }
}
