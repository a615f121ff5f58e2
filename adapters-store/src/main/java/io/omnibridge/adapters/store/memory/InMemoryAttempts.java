package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.write.AttemptDecisions;
import io.omnibridge.adapters.store.write.SnapshotScope;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Optional;

/** The attempts of a {@link MemoryStore}: old ones go when new ones come. Thread-safe; never unavailable. */
final class InMemoryAttempts implements ConnectAttempts {

    private final MemoryStore store;

    InMemoryAttempts(MemoryStore store) {
        this.store = store;
    }

    /** A browser can come back only once the attempt has begun, so it may be expected before. */
    @Override
    public boolean begin(ConnectAttempt attempt, int maxPending, AuditedAction action) {
        CallbackIndex returning = store.returning();
        returning.forgetOld(attempt.begunAt(), old -> store.forget(old.owner(), old.id()));
        returning.add(attempt);
        boolean begun = store.write(
                action,
                SnapshotScope.of(attempt.owner()).pendingAt(attempt.begunAt()),
                AttemptDecisions.begin(attempt, maxPending));
        if (!begun) {
            returning.remove(attempt);
        }
        return begun;
    }

    @Override
    public Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        return store.find(owner).flatMap(data -> data.attempts().find(id));
    }

    @Override
    public Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        return store.returning()
                .find(oauthState)
                .flatMap(place -> find(place.owner(), place.id()))
                .filter(attempt -> attempt.oauthState().equals(oauthState));
    }

    @Override
    public boolean proceed(ConnectAttempt next, AuditEvent event) {
        SnapshotScope subject = SnapshotScope.of(next.owner()).with(next.id());
        return store.write(event.action(), subject, AttemptDecisions.proceed(next, event.outcome()));
    }

    @Override
    public Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            int quota,
            Optional<PendingRevocation> owed,
            AuditedAction action) {
        return store.write(
                action,
                SnapshotScope.of(account.key()).with(exchanging.id()),
                AttemptDecisions.complete(exchanging, account, quota, owed));
    }
}
