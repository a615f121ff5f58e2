package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Chunk of one user on the way to another store. The chunks of a user follow one another, each small enough for one call. A user
 * whose chunks did not all arrive is erased and copied again.
 */
public sealed interface UserChunk {

    UserId user();

    /**
     * First chunk: the target has nothing of the user. From here on a scan finds the user.
     *
     * @param head of the audit log that follows
     * @param accountCount how many accounts follow
     */
    record Start(UserId user, StoredChainHead head, long accountCount) implements UserChunk {}

    /** At least one account, and none that the target has already. */
    record Accounts(UserId user, List<Account> accounts) implements UserChunk {}

    /** At least one pending revocation, and none that the target has already. */
    record PendingRevocations(UserId user, List<PendingRevocation> pendingRevocations) implements UserChunk {}

    /** At least one event, and all of them behind those that the target has already. */
    record Events(UserId user, List<ChainedEvent> oldestFirst) implements UserChunk {}

    /** At least one lease, and none that the target has already. */
    record Leases(UserId user, List<StoredLease> leases) implements UserChunk {}

    /**
     * Last sign-out, at most once.
     *
     * @param at in whole milliseconds
     */
    record SignedOut(UserId user, Instant at) implements UserChunk {}

    /**
     * First chunk of the log of uses.
     *
     * @param head of the log that follows
     * @param base where it begins; empty if it was never pruned
     */
    record UseStart(UserId user, StoredChainHead head, Optional<UseBase> base) implements UserChunk {}

    /** At least one receipt, and all of them behind those that the target has already. */
    record Uses(UserId user, List<ChainedUse> oldestFirst) implements UserChunk {}
}
