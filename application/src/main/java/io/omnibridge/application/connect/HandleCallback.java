package io.omnibridge.application.connect;

import io.omnibridge.application.port.AttemptSealer;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.AuditedAttempt;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.AttemptStatus;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.credentials.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Handles a provider's callback. A callback has no JWT: the {@code state} that only this browser received identifies
 * the attempt, once. The browser receives a ticket, without which the attempt's owner cannot complete the attempt.
 * Thread-safe.
 */
public final class HandleCallback {

    /** The time for which an authorization code is kept. */
    public static final Duration CODE_LIFETIME = Duration.ofMinutes(2);

    private final ConnectAttempts attempts;
    private final AttemptSealer sealer;
    private final ReturnUrls returnUrls;
    private final Clock clock;
    private final SecureRandom random;

    public HandleCallback(
            ConnectAttempts attempts, AttemptSealer sealer, ReturnUrls returnUrls, Clock clock, SecureRandom random) {
        this.attempts = Objects.requireNonNull(attempts);
        this.sealer = Objects.requireNonNull(sealer);
        this.returnUrls = Objects.requireNonNull(returnUrls);
        this.clock = Objects.requireNonNull(clock);
        this.random = Objects.requireNonNull(random);
    }

    /**
     * Changes the attempt from pending to returned or failed. The OAuth state cannot be used again.
     *
     * @throws StoreUnavailable if the store did not answer; the attempt may have been changed
     */
    public CallbackResult handle(RequestId requestId, HandleCallbackCommand command) {
        Instant now = clock.instant();
        return attempts.findByState(HashedValue.of(command.state()))
                .filter(attempt -> attempt.provider().equals(command.provider()))
                .filter(attempt -> attempt.statusAt(now) == AttemptStatus.PENDING)
                .map(attempt -> handle(requestId, attempt, command, now))
                .orElseGet(CallbackResult.NotCurrent::new);
    }

    private CallbackResult handle(
            RequestId requestId, ConnectAttempt attempt, HandleCallbackCommand command, Instant now) {
        Optional<AttemptFailure> failure = CallbackCheck.failure(attempt, command);
        if (failure.isPresent()) {
            ConnectAttempt failed = attempt.failed(failure.get());
            return proceed(failed, event(failed, requestId, now, AuditOutcome.FAILED))
                    ? new CallbackResult.Refused(failed, failure.get(), returnUrlOf(attempt))
                    : new CallbackResult.NotCurrent();
        }
        String ticket = HashedValue.randomValue(random);
        ConnectAttempt returned = returned(attempt, CallbackCheck.code(command).orElseThrow(), ticket, now);
        return proceed(returned, event(returned, requestId, now, AuditOutcome.RETURNED))
                ? new CallbackResult.Returned(returned, ticket, returnUrlOf(attempt))
                : new CallbackResult.NotCurrent();
    }

    private ConnectAttempt returned(ConnectAttempt attempt, Secret code, String ticket, Instant now) {
        return attempt.nextRevision(
                new AttemptState.Returned(HashedValue.of(ticket), now.plus(CODE_LIFETIME), 0),
                Optional.of(sealer.seal(
                        attempt.id(),
                        attempt.owner(),
                        attempt.provider(),
                        sealer.open(attempt).with(code))));
    }

    /**
     * Writes the next revision. After a lost acknowledgement an equal stored attempt proves the write: its ticket is
     * random.
     */
    private boolean proceed(ConnectAttempt next, AuditEvent event) {
        try {
            return attempts.proceed(next, event);
        } catch (StoreUnavailable e) {
            if (attempts.find(next.owner(), next.id()).equals(Optional.of(next))) {
                return true;
            }
            throw e;
        }
    }

    private Optional<ReturnUrl> returnUrlOf(ConnectAttempt attempt) {
        return attempt.returnTo().flatMap(returnUrls::find);
    }

    /** Creates the event for the owner of the attempt, of which {@code next} is the next revision. */
    private static AuditEvent event(ConnectAttempt next, RequestId requestId, Instant now, AuditOutcome outcome) {
        return new AuditedAction(
                        ActionKind.CONNECT,
                        now,
                        next.owner(),
                        new Actor.Browser(),
                        Optional.empty(),
                        Optional.of(AuditedAttempt.of(next)),
                        requestId)
                .withOutcome(outcome);
    }
}
