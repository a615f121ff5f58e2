package io.omnibridge.application.revocation;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.application.port.TokenSealer;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives one grant back to its provider. Of several nodes that try at the same time one asks the provider; an obligation that
 * was cancelled meanwhile is not carried out. Thread-safe.
 */
public final class RevokeGrant {

    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 8;

    private final PendingRevocations pendingRevocations;
    private final TokenSealer sealer;
    private final AuthorizationServers servers;
    private final Clock clock;

    public RevokeGrant(
            PendingRevocations pendingRevocations, TokenSealer sealer, AuthorizationServers servers, Clock clock) {
        this.pendingRevocations = Objects.requireNonNull(pendingRevocations);
        this.sealer = Objects.requireNonNull(sealer);
        this.servers = Objects.requireNonNull(servers);
        this.clock = Objects.requireNonNull(clock);
    }

    /** What has become of an obligation. */
    public enum Outcome {
        /** The provider says that the grant is no more; so is the token here. */
        REVOKED,
        /** It is not due, somebody else is at it or was, or the provider did not do it: nothing more can be said. */
        PENDING,
        /** Nothing can be done; the token was destroyed. */
        ABANDONED
    }

    /**
     * Carries {@code pendingRevocation} out if it is due and still as it was. It is put off before the provider is asked, so that
     * nobody else asks meanwhile, and so that a crash only delays it.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; it is tried again later
     */
    public Outcome revoke(PendingRevocation pendingRevocation) {
        Instant now = clock.instant();
        return pendingRevocation.isDueAt(now) || pendingRevocation.isAbandonedAt(now)
                ? carryOut(pendingRevocation, now)
                : Outcome.PENDING;
    }

    /** The same, also where it was put off because the provider did not do it: for the last occasion that there is. */
    Outcome revokeLastTime(PendingRevocation pendingRevocation) {
        return pendingRevocation.failures() > 0
                ? carryOut(pendingRevocation, clock.instant())
                : revoke(pendingRevocation);
    }

    private Outcome carryOut(PendingRevocation pendingRevocation, Instant now) {
        if (pendingRevocation.isAbandonedAt(now)) {
            return complete(pendingRevocation, now, AuditOutcome.ABANDONED, Outcome.ABANDONED);
        }
        PendingRevocation claimed = pendingRevocation.postponedTo(now.plus(backOff(pendingRevocation.failures())));
        if (!pendingRevocations.replace(pendingRevocation, claimed)) {
            return Outcome.PENDING;
        }
        RevocationResult answer = ask(claimed);
        if (answer instanceof RevocationResult.Revoked) {
            return complete(claimed, now, AuditOutcome.REVOKED, Outcome.REVOKED);
        }
        if (answer instanceof RevocationResult.Impossible) {
            return complete(claimed, now, AuditOutcome.ABANDONED, Outcome.ABANDONED);
        }
        leaveAlone(claimed, now, ((RevocationResult.Failed) answer).retryAfter());
        return Outcome.PENDING;
    }

    /** A key that is not here may come back. */
    private RevocationResult ask(PendingRevocation claimed) {
        try {
            return servers.revoke(claimed.account().provider(), sealer.open(claimed));
        } catch (CredentialsUnreadable e) {
            return new RevocationResult.Failed(Duration.ZERO);
        }
    }

    private Outcome complete(PendingRevocation pendingRevocation, Instant now, AuditOutcome recorded, Outcome outcome) {
        AuditedAction action = new AuditedAction(
                AuditedAction.Kind.REVOKE,
                now,
                pendingRevocation.account().owner(),
                Optional.empty(),
                Optional.of(pendingRevocation.account()),
                requestId(pendingRevocation));
        return pendingRevocations.complete(pendingRevocation, new AuditEvent(action, recorded))
                ? outcome
                : Outcome.PENDING;
    }

    /** Nobody asked for it just now: its own id ties its events together. */
    private static RequestId requestId(PendingRevocation pendingRevocation) {
        return new RequestId("revoke-" + pendingRevocation.id().value());
    }

    private void leaveAlone(PendingRevocation claimed, Instant now, Duration retryAfter) {
        Instant wanted = now.plus(
                retryAfter.compareTo(PendingRevocation.LIFETIME) < 0 ? retryAfter : PendingRevocation.LIFETIME);
        if (wanted.isAfter(claimed.dueAt())) {
            pendingRevocations.replace(claimed, claimed.dueAt(wanted));
        }
    }

    /** One minute at first, about four hours in the end. */
    private static Duration backOff(int failures) {
        return FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    }
}
