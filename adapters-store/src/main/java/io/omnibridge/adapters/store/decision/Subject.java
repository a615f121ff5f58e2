package io.omnibridge.adapters.store.decision;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.ObligationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What has to be read of a user before a write is decided: as much as the write is about, and no more.
 *
 * @param pendingAt when attempts have to be pending still, in order to be counted; empty when nobody asks how many are
 */
public record Subject(
        UserId user,
        Optional<AccountKey> account,
        Optional<AttemptId> attempt,
        Optional<Instant> pendingAt,
        Optional<ObligationId> obligation) {

    /** The user's record alone. */
    public static Subject of(UserId user) {
        return new Subject(user, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Subject of(AuditedAction action) {
        return of(action.user());
    }

    public static Subject of(AccountKey account) {
        return new Subject(account.owner(), Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Subject with(AttemptId id) {
        return new Subject(user, account, Optional.of(id), pendingAt, obligation);
    }

    public Subject with(ObligationId id) {
        return new Subject(user, account, attempt, pendingAt, Optional.of(id));
    }

    /** Also how many attempts are pending at {@code time}. */
    public Subject pendingAt(Instant time) {
        return new Subject(user, account, attempt, Optional.of(time), obligation);
    }
}
