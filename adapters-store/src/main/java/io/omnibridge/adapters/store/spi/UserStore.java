package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.ChainedAuditLog;
import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Store of users: of each user the accounts, the connect attempts, the pending revocations, the audit log of changes, the head of its
 * chain, counts of refusals, the leases, the log of uses, and the last sign-out. Every kind of store implements this interface, and
 * decides nothing: the ports of the application are implemented once over it, in {@code adapters.store.vault}.
 *
 * <p>A {@link UserWrite} records a sign-out, never an earlier time than there is. {@link #erase} keeps the time for
 * {@link SignOut#RETENTION} of the store's clock.
 *
 * <p>A write is two steps of one {@link UserSession}. It reads a {@link UserSnapshot}; then it applies the {@link UserWrite} that was
 * decided on the snapshot. The store applies all of it or nothing, and only if the user's chain head and counter of unrecorded
 * changes are still those of the snapshot. So every write is decided on what was there when it took place.
 *
 * <p>Reads see every write that was acknowledged before. Times are in milliseconds, and ids compare byte by byte. Every method
 * throws {@link StoreUnavailable} if the store did not respond by its deadline; a write that fails so may or may not have
 * taken place. A read throws {@link IllegalStateException} if a row is not as the store writes it; the message repeats no value.
 * Thread-safe.
 */
public interface UserStore extends ChainedAuditLog {

    /**
     * Runs {@code work} on one user in a session. Once its deadline has passed, every step throws {@link StoreUnavailable}. A store that
     * is reached over a few connections lets two sessions of a user begin at once, so that a user's own writes, which exclude each
     * other, leave connections to other users.
     */
    <T> T inSession(UserId user, Function<UserSession, T> work);

    /** Reads the account together with the store's current time. Takes no lock. */
    Optional<TimedAccount> find(AccountKey key);

    /** Reads the account without its credentials. */
    Optional<AccountMetadata> findMetadata(AccountKey key);

    /**
     * Reads a page of the user's accounts without their credentials, as {@link TokenStore#list} describes it. It reads no metadata of
     * accounts that are not in the page, but where there are hardly more; of others it reads at most the keys.
     */
    AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit);

    /** Reads the keys of the user's accounts, in no order, and nothing else of them. */
    List<AccountKey> keys(UserId owner);

    /** Reads an attempt of the user. */
    Optional<ConnectAttempt> findAttempt(UserId owner, AttemptId id);

    /** Reads the attempt whose {@code state} parameter has this hash. */
    Optional<ConnectAttempt> findAttempt(HashedValue oauthState);

    /** Reads the user's pending revocations, ordered by id. */
    List<PendingRevocation> pendingRevocations(UserId user);

    /** Reads the newest events at positions below {@code before}, and the chain head, at one moment. */
    ChainedPage auditPage(UserId user, long before, int limit);

    @Override
    default StoredChainHead head(UserId user) {
        return inSession(
                user, session -> session.snapshot(SnapshotScope.of(user)).head());
    }

    /** Reads how often the user's requests were refused, in any order. */
    List<RefusalCount> refusals(UserId user);

    /**
     * Changes a row without an audit event, if the row is still as {@code update} requires.
     *
     * @return whether it took place
     */
    boolean update(RowUpdate update);

    /** Reads when the user signed out last: one row. */
    Optional<SignOut> lastSignOut(UserId user);

    /** Removes what is forgotten of sign-outs and still there. A store from which it vanishes by itself has nothing to do. */
    default void removeForgottenSignOuts() {}

    /** Removes all that the store has of the user, also what cannot be read, in one step; see {@link AccountScan#erase}. */
    ErasedUser erase(UserId user);

    /** Adds rows that another store had, unchanged. No node uses the store meanwhile. */
    void load(UserChunk chunk);

    /** Returns the leases and logs of uses. */
    UseStore uses();

    /** Returns the scans over all users. */
    UserScan scan();
}
