package io.omnibridge.application.port;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;

/**
 * Scans over the accounts of all users, for maintenance. Code that serves requests cannot reach it.
 *
 * <p>A scan begins at {@link ScanCursor#START} and ends with the page that has no next cursor. It may stop at any
 * cursor and continue in another process. It returns every row at least once that exists from its beginning to its end.
 * A row that is added or removed meanwhile may be missing, and a row may be returned twice. The order is the store's
 * own. Unreadable rows are counted and skipped, so that one bad row does not stop a scan.
 *
 * <p>Every implementation passes {@code AccountScanContract}. Thread-safe. Every method throws {@link StoreUnavailable}
 * if the store does not answer in time, and may then be called again.
 */
public interface AccountScan {

    /**
     * Returns a page of accounts, with their sealed credentials.
     *
     * @param after {@link ScanCursor#START}, or a cursor that this method returned
     * @param limit the maximum number of accounts, at least 1; the page may have fewer
     * @throws InvalidValue if {@code after} is not a cursor of this scan
     */
    ScanPage<Account> accounts(ScanCursor after, int limit);

    /**
     * Returns a page of users of whom the store has anything: an account, or only audit events.
     *
     * @param after {@link ScanCursor#START}, or a cursor that this method returned
     * @param limit about how many users, at least 1
     * @throws InvalidValue if {@code after} is not a cursor of this scan
     */
    ScanPage<UserId> users(ScanCursor after, int limit);

    /**
     * Replaces the sealed credentials of {@code scanned} if the account still has that version and those bytes. So a
     * scan that was delayed undoes neither a refresh nor a later reseal. Nothing else changes, and no audit event is
     * appended.
     *
     * @return whether the credentials were replaced
     */
    boolean reseal(Account scanned, SealedCredentials resealed);

    /**
     * Returns a page of pending revocations, due or not.
     *
     * @param after {@link ScanCursor#START}, or a cursor that this method returned
     * @param limit about how many, at least 1
     * @throws InvalidValue if {@code after} is not a cursor of this scan
     */
    ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit);

    /**
     * Replaces the sealed token of {@code scanned} if the pending revocation is unchanged. Nothing else changes, and no
     * audit event is appended.
     *
     * @return whether the token was replaced
     */
    boolean reseal(PendingRevocation scanned, SealedToken resealed);

    /**
     * Returns a page of leases, expired and ended ones among them.
     *
     * @param after {@link ScanCursor#START}, or a cursor that this method returned
     * @param limit about how many, at least 1
     * @throws InvalidValue if {@code after} is not a cursor of this scan
     */
    ScanPage<StoredLease> leases(ScanCursor after, int limit);

    /**
     * Replaces the sealed terms of {@code scanned} if the lease still has those bytes, whatever was counted on it meanwhile and whether
     * it was ended. Nothing else changes, and no audit event is appended.
     *
     * @return whether the terms were replaced
     */
    boolean reseal(StoredLease scanned, SealedLease resealed);

    /**
     * Removes all data of {@code user} in one write: accounts, attempts, pending revocations, leases and both logs. A
     * concurrent write of the same user happens entirely before or entirely after it. Grants are not revoked at the
     * provider.
     *
     * @return what was removed
     */
    ErasedUser erase(UserId user);
}
