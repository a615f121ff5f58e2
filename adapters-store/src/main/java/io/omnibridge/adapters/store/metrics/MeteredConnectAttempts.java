package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.BEGIN_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.COMPLETE_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.FIND_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.FIND_ATTEMPT_BY_STATE;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.MAY_BEGIN_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.PROCEED_ATTEMPT;

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

/** Connect attempts that measure the calls of others. */
final class MeteredConnectAttempts implements ConnectAttempts {

    private final ConnectAttempts attempts;
    private final StoreMetrics metrics;

    MeteredConnectAttempts(ConnectAttempts attempts, StoreMetrics metrics) {
        this.attempts = attempts;
        this.metrics = metrics;
    }

    @Override
    public boolean begin(ConnectAttempt attempt, int maxOpen, AuditedAction action) {
        return metrics.measure(BEGIN_ATTEMPT, () -> attempts.begin(attempt, maxOpen, action));
    }

    @Override
    public boolean mayBegin(int maxOpen, AuditedAction action) {
        return metrics.measure(MAY_BEGIN_ATTEMPT, () -> attempts.mayBegin(maxOpen, action));
    }

    @Override
    public Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        return metrics.measure(FIND_ATTEMPT, () -> attempts.find(owner, id));
    }

    @Override
    public Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        return metrics.measure(FIND_ATTEMPT_BY_STATE, () -> attempts.findByState(oauthState));
    }

    @Override
    public boolean proceed(ConnectAttempt next, AuditEvent event) {
        return metrics.measure(PROCEED_ATTEMPT, () -> attempts.proceed(next, event));
    }

    @Override
    public Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            Optional<AccountMetadata> expected,
            int quota,
            Optional<PendingRevocation> revocation,
            AuditedAction action) {
        return metrics.measure(
                COMPLETE_ATTEMPT, () -> attempts.complete(exchanging, account, expected, quota, revocation, action));
    }
}
