package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a {@link UserSnapshot} has to tell, beside the chain head: as much as the write is about, and no more.
 *
 * @param openAt the time at which open attempts are counted; empty if no attempts are counted
 * @param leases what it tells of leases; empty if nothing
 */
public record SnapshotScope(
        UserId user,
        Optional<AccountKey> account,
        Optional<AttemptId> attempt,
        Optional<Instant> openAt,
        Optional<PendingRevocationId> pendingRevocation,
        Optional<LeaseScope> leases) {

    /** The chain head alone. */
    public static SnapshotScope of(UserId user) {
        return new SnapshotScope(
                user, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static SnapshotScope of(AuditedAction action) {
        return of(action.user());
    }

    public static SnapshotScope of(AccountKey account) {
        return new SnapshotScope(
                account.owner(),
                Optional.of(account),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public SnapshotScope with(AttemptId id) {
        return new SnapshotScope(user, account, Optional.of(id), openAt, pendingRevocation, leases);
    }

    public SnapshotScope with(PendingRevocationId id) {
        return new SnapshotScope(user, account, attempt, openAt, Optional.of(id), leases);
    }

    public SnapshotScope with(LeaseScope more) {
        return new SnapshotScope(user, account, attempt, openAt, pendingRevocation, Optional.of(more));
    }

    /** Also the number of attempts that are open at {@code time}, and of those that are recent then. */
    public SnapshotScope openAt(Instant time) {
        return new SnapshotScope(user, account, attempt, Optional.of(time), pendingRevocation, leases);
    }

    /** Returns the time after which a recent attempt began; empty if no attempts are counted. */
    public Optional<Instant> recentAfter() {
        return openAt.map(time -> time.minus(AttemptChange.RETENTION));
    }
}
