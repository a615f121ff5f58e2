package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Snapshot of one user's rows that a conditional write is based on, as far as its {@link SnapshotScope} goes.
 *
 * @param accountCount how many accounts the user has
 * @param head with the counter, what tells whether anything changed since
 * @param unrecordedChanges the counter of {@link MetadataUpdate} changes; it never has a value twice
 * @param account empty if the user has none of that key
 * @param attemptRevision empty if there is no such attempt
 * @param openAttempts how many attempts are open: pending, returned or exchanging
 * @param recentAttempts how many attempts began within the last hour, in any state
 * @param revocationPending whether the pending revocation is there
 * @param leases what it tells of leases
 */
public record UserSnapshot(
        long accountCount,
        StoredChainHead head,
        long unrecordedChanges,
        Optional<LinkedAccount> account,
        OptionalLong attemptRevision,
        long openAttempts,
        long recentAttempts,
        boolean revocationPending,
        LeaseCounts leases) {

    /** Snapshot of a user of whom the store has nothing. */
    public static final UserSnapshot EMPTY = new UserSnapshot(
            0, StoredChainHead.NONE, 0, Optional.empty(), OptionalLong.empty(), 0, 0, false, LeaseCounts.NONE);

    /** Whether nothing changed between this snapshot and one that has {@code otherHead} and {@code otherChanges}. */
    public boolean isCurrent(StoredChainHead otherHead, long otherChanges) {
        return head.equals(otherHead) && unrecordedChanges == otherChanges;
    }
}
