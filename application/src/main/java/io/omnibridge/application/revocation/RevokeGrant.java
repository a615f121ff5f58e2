package io.omnibridge.application.revocation;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.application.port.RevocationAnswer;
import io.omnibridge.application.port.TokenSealer;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.revocation.Obligation;
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
    private static final int MOST_DOUBLINGS = 8;

    private final Obligations obligations;
    private final TokenSealer sealer;
    private final AuthorizationServers servers;
    private final Clock clock;

    public RevokeGrant(Obligations obligations, TokenSealer sealer, AuthorizationServers servers, Clock clock) {
        this.obligations = Objects.requireNonNull(obligations);
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
     * Carries {@code obligation} out if it is due and still as it was. It is put off before the provider is asked, so that
     * nobody else asks meanwhile, and so that a crash only delays it.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; it is tried again later
     */
    public Outcome revoke(Obligation obligation) {
        Instant now = clock.instant();
        return obligation.isDueAt(now) || obligation.isAbandonedAt(now) ? carryOut(obligation, now) : Outcome.PENDING;
    }

    /** The same, also where it was put off because the provider did not do it: for the last occasion that there is. */
    Outcome revokeLastTime(Obligation obligation) {
        return obligation.failures() > 0 ? carryOut(obligation, clock.instant()) : revoke(obligation);
    }

    private Outcome carryOut(Obligation obligation, Instant now) {
        if (obligation.isAbandonedAt(now)) {
            return settle(obligation, now, AuditOutcome.ABANDONED, Outcome.ABANDONED);
        }
        Obligation claimed = obligation.postponedTo(now.plus(backOff(obligation.failures())));
        if (!obligations.replace(obligation, claimed)) {
            return Outcome.PENDING;
        }
        RevocationAnswer answer = ask(claimed);
        if (answer instanceof RevocationAnswer.Revoked) {
            return settle(claimed, now, AuditOutcome.REVOKED, Outcome.REVOKED);
        }
        if (answer instanceof RevocationAnswer.Impossible) {
            return settle(claimed, now, AuditOutcome.ABANDONED, Outcome.ABANDONED);
        }
        leaveAlone(claimed, now, ((RevocationAnswer.Failed) answer).retryAfter());
        return Outcome.PENDING;
    }

    /** A key that is not here may come back. */
    private RevocationAnswer ask(Obligation claimed) {
        try {
            return servers.revoke(claimed.account().provider(), sealer.open(claimed));
        } catch (CredentialsUnreadable e) {
            return new RevocationAnswer.Failed(Duration.ZERO);
        }
    }

    private Outcome settle(Obligation obligation, Instant now, AuditOutcome recorded, Outcome outcome) {
        AuditedAction action = new AuditedAction(
                AuditedAction.Kind.REVOKE,
                now,
                obligation.account().owner(),
                Optional.empty(),
                Optional.of(obligation.account()),
                requestId(obligation));
        return obligations.settle(obligation, new AuditEvent(action, recorded)) ? outcome : Outcome.PENDING;
    }

    /** Nobody asked for it just now: its own id ties its events together. */
    private static RequestId requestId(Obligation obligation) {
        return new RequestId("revoke-" + obligation.id().value());
    }

    private void leaveAlone(Obligation claimed, Instant now, Duration retryAfter) {
        Instant wanted = now.plus(retryAfter.compareTo(Obligation.LIFETIME) < 0 ? retryAfter : Obligation.LIFETIME);
        if (wanted.isAfter(claimed.dueAt())) {
            obligations.replace(claimed, claimed.dueAt(wanted));
        }
    }

    /** One minute at first, about four hours in the end. */
    private static Duration backOff(int failures) {
        return FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    }
}
