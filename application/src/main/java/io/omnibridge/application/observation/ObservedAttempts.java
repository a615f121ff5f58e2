package io.omnibridge.application.observation;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Objects;
import java.util.Optional;

/** Connect attempts whose steps are reported to {@link CredentialEvents} once the store has taken them. Thread-safe. */
public final class ObservedAttempts implements ConnectAttempts {

    private final ConnectAttempts attempts;
    private final CredentialEvents events;
    private final LapsedAttempts lapsed;

    /** @param lapsed finds those of the attempts begun here that are not continued */
    public ObservedAttempts(ConnectAttempts attempts, CredentialEvents events, LapsedAttempts lapsed) {
        this.attempts = Objects.requireNonNull(attempts);
        this.events = Objects.requireNonNull(events);
        this.lapsed = Objects.requireNonNull(lapsed);
    }

    @Override
    public boolean begin(ConnectAttempt attempt, int maxOpen, AuditedAction action) {
        boolean isBegun = attempts.begin(attempt, maxOpen, action);
        if (isBegun) {
            events.attempt(attempt.provider(), AttemptStep.BEGUN);
            lapsed.watch(attempt);
        }
        return isBegun;
    }

    @Override
    public boolean mayBegin(int maxOpen, AuditedAction action) {
        return attempts.mayBegin(maxOpen, action);
    }

    @Override
    public Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        return attempts.find(owner, id);
    }

    @Override
    public Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        return attempts.findByState(oauthState);
    }

    @Override
    public boolean proceed(ConnectAttempt next, AuditEvent event) {
        boolean isReplaced = attempts.proceed(next, event);
        if (isReplaced) {
            report(next);
        }
        return isReplaced;
    }

    /**
     * Reports a step. A wrong ticket is no step, and the beginning of an exchange is reported when the exchange has
     * ended.
     */
    private void report(ConnectAttempt next) {
        if (next.state() instanceof AttemptState.Failed failed) {
            events.attemptFailed(next.provider(), next.id(), failed.reason());
        } else if (next.state() instanceof AttemptState.Returned returned && returned.wrongTickets() == 0) {
            events.attempt(next.provider(), AttemptStep.RETURNED);
        }
    }

    @Override
    public Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            Optional<AccountMetadata> expected,
            int quota,
            Optional<PendingRevocation> ofReplaced,
            AuditedAction action) {
        Optional<LinkResult> result = attempts.complete(exchanging, account, expected, quota, ofReplaced, action);
        result.ifPresent(linked -> report(exchanging, linked));
        return result;
    }

    private void report(ConnectAttempt exchanging, LinkResult result) {
        if (result instanceof LinkResult.Linked || result instanceof LinkResult.Replaced) {
            events.attempt(exchanging.provider(), AttemptStep.COMPLETED);
        } else {
            events.attemptFailed(exchanging.provider(), exchanging.id(), AttemptFailure.QUOTA_EXCEEDED);
        }
    }
}
