package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.BEGIN_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.COMPLETE_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.FIND_ATTEMPT;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.FIND_RETURNING;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.PROCEED_ATTEMPT;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.Objects;
import java.util.Optional;

/** Attempts that measure the ones behind them, and change nothing. As thread-safe as those. */
public final class MeteredConnectAttempts implements ConnectAttempts {

    private final ConnectAttempts attempts;
    private final StoreMetrics metrics;

    public MeteredConnectAttempts(ConnectAttempts attempts, MeterRegistry registry) {
        this.attempts = Objects.requireNonNull(attempts);
        this.metrics = new StoreMetrics(
                registry, BEGIN_ATTEMPT, FIND_ATTEMPT, FIND_RETURNING, PROCEED_ATTEMPT, COMPLETE_ATTEMPT);
    }

    @Override
    public boolean begin(ConnectAttempt attempt, int maxPending, AuditedAction action) {
        return metrics.measure(BEGIN_ATTEMPT, () -> attempts.begin(attempt, maxPending, action));
    }

    @Override
    public Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        return metrics.measure(FIND_ATTEMPT, () -> attempts.find(owner, id));
    }

    @Override
    public Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        return metrics.measure(FIND_RETURNING, () -> attempts.findByState(oauthState));
    }

    @Override
    public boolean proceed(ConnectAttempt next, AuditEvent event) {
        return metrics.measure(PROCEED_ATTEMPT, () -> attempts.proceed(next, event));
    }

    @Override
    public Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            int quota,
            Optional<PendingRevocation> owed,
            AuditedAction action) {
        return metrics.measure(COMPLETE_ATTEMPT, () -> attempts.complete(exchanging, account, quota, owed, action));
    }
}
