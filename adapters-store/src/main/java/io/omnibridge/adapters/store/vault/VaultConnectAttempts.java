package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.write.AttemptDecisions;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Optional;

/** The connect attempts of a {@link UserStore}. */
final class VaultConnectAttempts implements ConnectAttempts {

    private final UserStore store;
    private final UserWrites writes;

    VaultConnectAttempts(UserStore store, UserWrites writes) {
        this.store = store;
        this.writes = writes;
    }

    @Override
    public boolean begin(ConnectAttempt attempt, int maxOpen, AuditedAction action) {
        SnapshotScope scope = SnapshotScope.of(attempt.owner()).openAt(attempt.begunAt());
        return writes.write(action, scope, AttemptDecisions.begin(attempt, maxOpen));
    }

    @Override
    public boolean mayBegin(int maxOpen, AuditedAction action) {
        SnapshotScope scope = SnapshotScope.of(action).openAt(action.at());
        return writes.write(action, scope, AttemptDecisions.mayBegin(maxOpen));
    }

    @Override
    public Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        return store.findAttempt(owner, id);
    }

    @Override
    public Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        return store.findAttempt(oauthState);
    }

    @Override
    public boolean proceed(ConnectAttempt next, AuditEvent event) {
        SnapshotScope scope = SnapshotScope.of(next.owner()).with(next.id());
        return writes.write(event.action(), scope, AttemptDecisions.proceed(next, event.outcome()));
    }

    @Override
    public Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            Optional<AccountMetadata> expected,
            int quota,
            Optional<PendingRevocation> revocation,
            AuditedAction action) {
        SnapshotScope scope = SnapshotScope.of(account.key()).with(exchanging.id());
        return writes.write(action, scope, AttemptDecisions.complete(exchanging, account, expected, quota, revocation));
    }
}
