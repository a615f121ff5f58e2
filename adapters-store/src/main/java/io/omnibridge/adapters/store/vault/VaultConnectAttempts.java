package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.metrics.StoreOperation.BEGIN_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreOperation.COMPLETE_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreOperation.FIND_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreOperation.FIND_ATTEMPT_BY_STATE;
import static io.omnibridge.adapters.store.metrics.StoreOperation.MAY_BEGIN_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreOperation.PROCEED_ATTEMPT;

import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.spi.SnapshotScope;
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

/** The connect attempts of a {@link io.omnibridge.adapters.store.spi.UserStore}. */
final class VaultConnectAttempts implements ConnectAttempts {

    private final VaultGate gate;
    private final UserWrites writes;
    private final StoreMetrics metrics;

    VaultConnectAttempts(VaultGate gate, UserWrites writes, StoreMetrics metrics) {
        this.gate = gate;
        this.writes = writes;
        this.metrics = metrics;
    }

    @Override
    public boolean begin(ConnectAttempt attempt, int maxOpen, AuditedAction action) {
        SnapshotScope scope = SnapshotScope.of(attempt.owner()).openAt(attempt.begunAt());
        return metrics.measure(
                BEGIN_ATTEMPT, () -> writes.write(action, scope, AttemptDecisions.begin(attempt, maxOpen)));
    }

    @Override
    public boolean mayBegin(int maxOpen, AuditedAction action) {
        SnapshotScope scope = SnapshotScope.of(action).openAt(action.at());
        return metrics.measure(
                MAY_BEGIN_ATTEMPT, () -> writes.write(action, scope, AttemptDecisions.mayBegin(maxOpen)));
    }

    @Override
    public Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        return metrics.measure(FIND_ATTEMPT, () -> gate.pass().findAttempt(owner, id));
    }

    @Override
    public Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        return metrics.measure(FIND_ATTEMPT_BY_STATE, () -> gate.pass().findAttempt(oauthState));
    }

    @Override
    public boolean proceed(ConnectAttempt next, AuditEvent event) {
        SnapshotScope scope = SnapshotScope.of(next.owner()).with(next.id());
        return metrics.measure(
                PROCEED_ATTEMPT,
                () -> writes.write(event.action(), scope, AttemptDecisions.proceed(next, event.outcome())));
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
        return metrics.measure(
                COMPLETE_ATTEMPT,
                () -> writes.write(
                        action, scope, AttemptDecisions.complete(exchanging, account, expected, quota, revocation)));
    }
}
