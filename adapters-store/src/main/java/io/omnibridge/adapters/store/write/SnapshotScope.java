package io.omnibridge.adapters.store.write;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What has to be read of a user before a write is decided: as much as the write is about, and no more.
 *
 * @param pendingAt when attempts have to be pending still, in order to be counted; empty when nobody asks how many are
 */
public record SnapshotScope(
        UserId user,
        Optional<AccountKey> account,
        Optional<AttemptId> attempt,
        Optional<Instant> pendingAt,
        Optional<PendingRevocationId> pendingRevocation) {

    /** The user's record alone. */
    public static SnapshotScope of(UserId user) {
        return new SnapshotScope(user, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static SnapshotScope of(AuditedAction action) {
        return of(action.user());
    }

    public static SnapshotScope of(AccountKey account) {
        return new SnapshotScope(
                account.owner(), Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public SnapshotScope with(AttemptId id) {
        return new SnapshotScope(user, account, Optional.of(id), pendingAt, pendingRevocation);
    }

    public SnapshotScope with(PendingRevocationId id) {
        return new SnapshotScope(user, account, attempt, pendingAt, Optional.of(id));
    }

    /** Also how many attempts are pending at {@code time}. */
    public SnapshotScope pendingAt(Instant time) {
        return new SnapshotScope(user, account, attempt, Optional.of(time), pendingRevocation);
    }
}
