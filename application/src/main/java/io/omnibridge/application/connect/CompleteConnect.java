package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Completes a connect attempt. This takes the JWT of the user who began it and the ticket of the browser that returned
 * from the provider: otherwise one user's consent could be linked to another user. A code is exchanged at most once.
 * Thread-safe.
 */
public final class CompleteConnect {

    /** Each lost race means that another request changed this attempt, which can happen only a few times. */
    private static final int MAX_RACES = 16;

    private final ConnectAttempts attempts;
    private final TokenStore store;
    private final CompleteReturned completeReturned;
    private final Clock clock;

    public CompleteConnect(ConnectAttempts attempts, TokenStore store, CompleteReturned completeReturned, Clock clock) {
        this.attempts = Objects.requireNonNull(attempts);
        this.store = Objects.requireNonNull(store);
        this.completeReturned = Objects.requireNonNull(completeReturned);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Completes an attempt of the caller that a client began. A repeated completion returns the result of the first, with any ticket.
     *
     * @throws StoreUnavailable if the store did not answer; the account may have been linked, as {@link FindAttempt}
     *     shows
     */
    public CompleteResult complete(Caller caller, RequestId requestId, AttemptId id, String ticket) {
        return complete(caller, requestId, id, HashedValue.of(ticket), false);
    }

    /** Completes an attempt that a page began, for a page; see {@link #complete}. */
    public CompleteResult completeByPage(Caller caller, RequestId requestId, AttemptId id, Secret ticket) {
        return complete(caller, requestId, id, HashedValue.of(ticket), true);
    }

    private CompleteResult complete(
            Caller caller, RequestId requestId, AttemptId id, HashedValue ticket, boolean byPage) {
        for (int race = 0; race < MAX_RACES; race++) {
            Optional<ConnectAttempt> attempt =
                    attempts.find(caller.user(), id).filter(found -> found.isOfPage() == byPage);
            if (attempt.isEmpty()) {
                return new CompleteResult.NotFound();
            }
            AuditedAction action = AuditedAction.of(ActionKind.CONNECT, caller, requestId, clock.instant())
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
    private Optional<CompleteResult> complete(ConnectAttempt attempt, HashedValue ticket, AuditedAction action) {
        Instant now = action.at();
        return switch (attempt.statusAt(now)) {
            case PENDING -> Optional.of(new CompleteResult.NotReturned());
            case EXCHANGING -> Optional.of(new CompleteResult.InProgress());
            case EXPIRED -> Optional.of(new CompleteResult.Expired());
            case FAILED ->
                Optional.of(new CompleteResult.Failed(attempt.failureAt(now).orElseThrow()));
            case COMPLETED -> Optional.of(stored(attempt, (AttemptState.Completed) attempt.state()));
            case RETURNED -> completeReturned.complete(attempt, ticket, action);
        };
    }

    private CompleteResult stored(ConnectAttempt attempt, AttemptState.Completed completed) {
        return store.findMetadata(new AccountKey(attempt.owner(), attempt.provider(), completed.account()))
                .<CompleteResult>map(account -> new CompleteResult.Completed(account, completed.isNew()))
                .orElseGet(CompleteResult.NotFound::new);
    }
}
