package io.omnibridge.application.port;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;

/**
 * All accounts, whoever owns them: for maintenance, never for a request.
 *
 * <p>A sweep begins at {@link ScanCursor#START} and ends with the page that has no next position. It may be interrupted
 * at any position and go on in another process. Whatever is there from its beginning to its end is met at least once; what
 * comes or goes meanwhile may be met or not, and something may be met twice. The order is the store's own. What cannot be
 * read is counted and passed over, so that one bad row does not stop a sweep.
 *
 * <p>Every implementation passes {@code AccountScanContract}. Thread-safe. Every method throws {@link StoreUnavailable} when
 * the store cannot answer in time; each may then simply be called again.
 */
public interface AccountScan {

    /**
     * Some accounts, with their sealed credentials.
     *
     * @param after {@link ScanCursor#START}, or a position that this method gave
     * @param limit about how many, at least 1; never more
     * @throws InvalidValue if {@code after} is no position of this sweep
     */
    ScanPage<Account> accounts(ScanCursor after, int limit);

    /**
     * Some users of whom anything is kept, be it an account or a record.
     *
     * @param after {@link ScanCursor#START}, or a position that this method gave
     * @param limit about how many, at least 1
     * @throws InvalidValue if {@code after} is no position of this sweep
     */
    ScanPage<UserId> users(ScanCursor after, int limit);

    /**
     * Replaces the sealed credentials of {@code scanned}, if the account still is at that version with those very bytes, so that
     * a sweep that was held up undoes neither a renewal nor a later re-sealing. Nothing else changes, and nothing is
     * recorded.
     *
     * @return whether it took place; if not, nothing was changed
     */
    boolean reseal(Account scanned, SealedCredentials resealed);

    /**
     * Some obligations to give grants back, due or not.
     *
     * @param after {@link ScanCursor#START}, or a position that this method gave
     * @param limit about how many, at least 1
     * @throws InvalidValue if {@code after} is no position of this sweep
     */
    ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit);

    /**
     * Replaces the sealed token of {@code scanned}, if the obligation still is as it was. Nothing else changes, and nothing is
     * recorded.
     *
     * @return whether it took place; if not, nothing was changed
     */
    boolean reseal(PendingRevocation scanned, SealedToken resealed);

    /**
     * Removes everything that is kept of {@code user}, accounts, attempts, obligations and record, in one step. A write of the
     * same user that races it takes place wholly before it or wholly after it. Credentials are not revoked at the provider.
     *
     * @return what there was
     */
    ErasedUser erase(UserId user);
}
