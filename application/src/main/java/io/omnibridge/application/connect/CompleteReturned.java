package io.omnibridge.application.connect;

import io.omnibridge.application.port.AttemptSealer;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Completes an attempt whose browser returned: checks the ticket, claims the exchange, and exchanges the code. Every method returns
 * empty if another request changed the attempt meanwhile. Thread-safe.
 */
public final class CompleteReturned {

    /** The maximum duration of an exchange, including all calls of the provider. */
    public static final Duration EXCHANGE_TIME = Duration.ofMinutes(1);

    private final ConnectAttempts attempts;
    private final AttemptSealer sealer;
    private final ProviderCatalogue catalogue;
    private final TokenStore store;
    private final ExchangeCode exchangeCode;
    private final ExchangeAdmission admission;

    public CompleteReturned(
            ConnectAttempts attempts,
            AttemptSealer sealer,
            ProviderCatalogue catalogue,
            TokenStore store,
            ExchangeCode exchangeCode,
            ExchangeAdmission admission) {
        this.attempts = Objects.requireNonNull(attempts);
        this.sealer = Objects.requireNonNull(sealer);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.store = Objects.requireNonNull(store);
        this.exchangeCode = Objects.requireNonNull(exchangeCode);
        this.admission = Objects.requireNonNull(admission);
    }

    /**
     * @param attempt in state returned, and in time
     * @param ticket the hash of what was presented
     */
    Optional<CompleteResult> complete(ConnectAttempt attempt, HashedValue ticket, AuditedAction action) {
        AttemptState.Returned returned = (AttemptState.Returned) attempt.state();
        if (!returned.ticket().matches(ticket)) {
            return wrongTicket(attempt, returned, action);
        }
        if (catalogue.find(attempt.provider()).isEmpty()) {
            return fail(attempt, AttemptFailure.PROVIDER_CHANGED, action);
        }
        return admission.admit(attempt, () -> exchange(attempt, action));
    }

    private Optional<CompleteResult> exchange(ConnectAttempt attempt, AuditedAction action) {
        AttemptSecrets secrets = sealer.open(attempt);
        Set<AccountKey> linkedBefore = Set.copyOf(store.keys(attempt.owner(), attempt.provider()));
        ConnectAttempt exchanging =
                attempt.nextRevision(new AttemptState.Exchanging(action.at().plus(EXCHANGE_TIME)), Optional.empty());
        return attempts.proceed(exchanging, action.on(exchanging).withOutcome(AuditOutcome.EXCHANGING))
                ? Optional.of(exchangeCode.exchange(exchanging, secrets, linkedBefore, action))
                : Optional.empty();
    }

    private Optional<CompleteResult> wrongTicket(
            ConnectAttempt attempt, AttemptState.Returned returned, AuditedAction action) {
        int wrongTickets = returned.wrongTickets() + 1;
        if (wrongTickets >= AttemptState.Returned.MAX_WRONG_TICKETS) {
            return fail(attempt, AttemptFailure.WRONG_TICKETS, action);
        }
        ConnectAttempt counted = attempt.nextRevision(
                new AttemptState.Returned(returned.ticket(), returned.until(), wrongTickets), attempt.secrets());
        return attempts.proceed(counted, action.on(counted).withOutcome(AuditOutcome.WRONG_TICKET))
                ? Optional.of(new CompleteResult.WrongTicket())
                : Optional.empty();
    }

    private Optional<CompleteResult> fail(ConnectAttempt attempt, AttemptFailure reason, AuditedAction action) {
        ConnectAttempt failed = attempt.failed(reason);
        return attempts.proceed(failed, action.on(failed).withOutcome(AuditOutcome.FAILED))
                ? Optional.of(new CompleteResult.Failed(reason))
                : Optional.empty();
    }
}
