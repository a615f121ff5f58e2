package io.omnibridge.application.connect;

import io.omnibridge.application.port.AttemptSealer;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Completes a connect attempt. This takes the JWT of the user who began it and the ticket of the browser that returned
 * from the provider: otherwise one user's consent could be linked to another user. A code is exchanged at most once.
 * Thread-safe.
 */
public final class CompleteConnect {

    /** The maximum duration of an exchange, including all calls of the provider. */
    public static final Duration EXCHANGE_TIME = Duration.ofMinutes(1);

    /** Each lost race means that another request changed this attempt, which can happen only a few times. */
    private static final int MAX_RACES = 16;

    private final ConnectAttempts attempts;
    private final AttemptSealer sealer;
    private final ProviderCatalogue catalogue;
    private final TokenStore store;
    private final ExchangeCode exchangeCode;
    private final Clock clock;

    public CompleteConnect(
            ConnectAttempts attempts,
            AttemptSealer sealer,
            ProviderCatalogue catalogue,
            TokenStore store,
            ExchangeCode exchangeCode,
            Clock clock) {
        this.attempts = Objects.requireNonNull(attempts);
        this.sealer = Objects.requireNonNull(sealer);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.store = Objects.requireNonNull(store);
        this.exchangeCode = Objects.requireNonNull(exchangeCode);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Completes an attempt of the caller. A repeated completion returns the result of the first, with any ticket.
     *
     * @throws StoreUnavailable if the store did not answer; the account may have been linked, as {@link FindAttempt}
     *     shows
     */
    public CompleteResult complete(Caller caller, RequestId requestId, AttemptId id, String ticket) {
        for (int race = 0; race < MAX_RACES; race++) {
            Optional<ConnectAttempt> attempt = attempts.find(caller.user(), id);
            if (attempt.isEmpty()) {
                return new CompleteResult.NotFound();
            }
            AuditedAction action = AuditedAction.of(AuditedAction.Kind.CONNECT, caller, requestId, clock.instant())
                    .on(attempt.get());
            Optional<CompleteResult> result = complete(attempt.get(), ticket, action);
            if (result.isPresent()) {
                return withWarnings(result.get(), attempt.get());
            }
        }
        throw new StoreUnavailable("the attempt changed " + MAX_RACES + " times while it was being completed");
    }

    private static CompleteResult withWarnings(CompleteResult result, ConnectAttempt attempt) {
        return result instanceof CompleteResult.Completed completed
                ? new CompleteResult.Completed(
                        completed.account(), completed.isNew(), AttemptWarning.of(attempt, completed.account()))
                : result;
    }

    /** Returns the result; empty if another request changed the attempt meanwhile. */
    private Optional<CompleteResult> complete(ConnectAttempt attempt, String ticket, AuditedAction action) {
        Instant now = action.at();
        return switch (attempt.statusAt(now)) {
            case PENDING -> Optional.of(new CompleteResult.NotReturned());
            case EXCHANGING -> Optional.of(new CompleteResult.InProgress());
            case EXPIRED -> Optional.of(new CompleteResult.Expired());
            case FAILED ->
                Optional.of(new CompleteResult.Failed(attempt.failureAt(now).orElseThrow()));
            case COMPLETED -> Optional.of(stored(attempt, (AttemptState.Completed) attempt.state()));
            case RETURNED -> returned(attempt, (AttemptState.Returned) attempt.state(), ticket, action);
        };
    }

    private CompleteResult stored(ConnectAttempt attempt, AttemptState.Completed completed) {
        return store.findMetadata(new AccountKey(attempt.owner(), attempt.provider(), completed.account()))
                .<CompleteResult>map(account -> new CompleteResult.Completed(account, completed.isNew()))
                .orElseGet(CompleteResult.NotFound::new);
    }

    private Optional<CompleteResult> returned(
            ConnectAttempt attempt, AttemptState.Returned returned, String ticket, AuditedAction action) {
        if (!returned.ticket().matches(ticket)) {
            return wrongTicket(attempt, returned, action);
        }
        if (catalogue.find(attempt.provider()).isEmpty()) {
            return fail(attempt, AttemptFailure.PROVIDER_CHANGED, action);
        }
        AttemptSecrets secrets = sealer.open(attempt);
        Set<AccountKey> linkedBefore = store.list(attempt.owner(), attempt.provider()).stream()
                .map(AccountMetadata::key)
                .collect(Collectors.toUnmodifiableSet());
        ConnectAttempt exchanging =
                attempt.nextRevision(new AttemptState.Exchanging(action.at().plus(EXCHANGE_TIME)), Optional.empty());
        if (!attempts.proceed(exchanging, action.on(exchanging).withOutcome(AuditOutcome.EXCHANGING))) {
            return Optional.empty();
        }
        return Optional.of(exchangeCode.exchange(exchanging, secrets, linkedBefore, action));
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
