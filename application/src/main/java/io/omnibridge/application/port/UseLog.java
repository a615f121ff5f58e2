package io.omnibridge.application.port;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Instant;
import java.util.Optional;

/**
 * Each user's log of uses: the receipts of reading the user's data at providers. It has a chain and a chain head of its own, beside
 * those of the {@link AuditLog}, so that uses and changes never wait for each other and neither pushes the other out.
 *
 * <p>Every implementation passes {@code UseLogContract}. Thread-safe. Every method throws {@link StoreUnavailable} if the store did
 * not respond in time; an append may then have happened or not.
 */
public interface UseLog {

    /**
     * Appends {@code receipt}, counts it on {@code lease}, and sets {@code dataUsedAt} of the accounts that it names, to the minute, in
     * one write. Receipts that wait at the same time on this node may share one write. A receipt that is no first one,
     * {@link io.omnibridge.domain.use.UseOutcome#FAILED}, changes no account.
     *
     * <p>Over all nodes no more than {@code maxUses} receipts are appended to a lease, and none after it was ended. An account that was
     * unlinked meanwhile is no obstacle.
     *
     * @param lease empty if the use needs no lease, or is counted already
     */
    AppendResult append(UseReceipt receipt, Optional<LeaseCount> lease);

    /**
     * Returns a page of the user's receipts, newest first, and the chain head of the log at the same moment.
     *
     * @param before only receipts at lower positions; {@link AuditPage#FROM_NEWEST} for the first page
     * @param limit the maximum number of receipts, at least 1
     */
    UsePage list(UserId user, long before, int limit);

    /**
     * Removes the user's receipts from before {@code before}, but for the newest one, and stores under a MAC where the log begins.
     *
     * @return how many were removed
     */
    long prune(UserId user, Instant before);
}
