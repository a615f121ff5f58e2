package io.omnibridge.application.revocation;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.application.port.RevocationSealer;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Carries out one pending revocation. Of several nodes that attempt it at the same time, one calls the provider. A
 * revocation that was cancelled meanwhile is not carried out. Thread-safe.
 */
public final class RevokeGrant {

    private static final Actor SERVICE = new Actor.Service("revoke_grants");
    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 8;

    private final PendingRevocations pendingRevocations;
    private final RevocationSealer sealer;
    private final AuthorizationServers servers;
    private final RevocationRules revocationRules;
    private final Clock clock;

    public RevokeGrant(
            PendingRevocations pendingRevocations,
            RevocationSealer sealer,
            AuthorizationServers servers,
            RevocationRules revocationRules,
            Clock clock) {
        this.pendingRevocations = Objects.requireNonNull(pendingRevocations);
        this.sealer = Objects.requireNonNull(sealer);
        this.servers = Objects.requireNonNull(servers);
        this.revocationRules = Objects.requireNonNull(revocationRules);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Carries out {@code revocation} if it is due and unchanged. It is postponed before the provider is called: no
     * other node calls the provider meanwhile, and a crash only delays the revocation.
     *
     * <p>A node at which the provider is not configured, or with another client, leaves the revocation to the other
     * nodes: it counts no failure.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; the revocation is attempted
     *     again later
     */
    public RevokeGrantResult revoke(PendingRevocation revocation) {
        Instant now = clock.instant();
        return revocation.isDueAt(now) || revocation.isAbandonedAt(now)
                ? carryOut(revocation, now)
                : RevokeGrantResult.PENDING;
    }

    /** As {@link #revoke}, but also attempts a revocation that waits for its next attempt. For the last opportunity. */
    RevokeGrantResult revokeLastTime(PendingRevocation revocation) {
        return revocation.failures() > 0 ? carryOut(revocation, clock.instant()) : revoke(revocation);
    }

    private RevokeGrantResult carryOut(PendingRevocation revocation, Instant now) {
        if (revocation.isAbandonedAt(now)) {
            return abandon(revocation, now);
        }
        if (!revocationRules.isConfigured(revocation)) {
            return RevokeGrantResult.PENDING;
        }
        if (revocationRules.couldEndLinkedGrant(revocation)) {
            return complete(revocation, now, AuditOutcome.LEFT, RevokeGrantResult.LEFT);
        }
        PendingRevocation claimed = revocation.afterFailure(now.plus(backOff(revocation.failures())));
        if (!pendingRevocations.replace(revocation, claimed)) {
            return RevokeGrantResult.PENDING;
        }
        RevocationResult result = call(claimed);
        if (result instanceof RevocationResult.Revoked) {
            return complete(claimed, now, AuditOutcome.REVOKED, RevokeGrantResult.REVOKED);
        }
        if (result instanceof RevocationResult.Impossible) {
            return abandon(claimed, now);
        }
        if (result instanceof RevocationResult.Failed failed) {
            postpone(claimed, now, failed.retryAfter());
        } else {
            pendingRevocations.replace(claimed, revocation.withDueAt(now.plus(FIRST_BACK_OFF)));
        }
        return RevokeGrantResult.PENDING;
    }

    /**
     * Calls the provider. A token that does not open counts as a failure: the operator may restore the key that it
     * needs.
     */
    private RevocationResult call(PendingRevocation claimed) {
        try {
            return servers.revoke(claimed.account().provider(), sealer.open(claimed));
        } catch (CredentialsUnreadable e) {
            return new RevocationResult.Failed(Duration.ZERO);
        }
    }

    private RevokeGrantResult abandon(PendingRevocation revocation, Instant now) {
        return complete(revocation, now, AuditOutcome.ABANDONED, RevokeGrantResult.ABANDONED);
    }

    private RevokeGrantResult complete(
            PendingRevocation revocation, Instant now, AuditOutcome outcome, RevokeGrantResult result) {
        RequestId reason = new RequestId("revoke-" + revocation.id().value());
        AuditedAction action = AuditedAction.by(SERVICE, revocation.account(), ActionKind.REVOKE, reason, now);
        return pendingRevocations.complete(revocation, action.withOutcome(outcome))
                ? result
                : RevokeGrantResult.PENDING;
    }

    /** Postpones further where the provider asks for it, up to the lifetime of a pending revocation. */
    private void postpone(PendingRevocation claimed, Instant now, Duration retryAfter) {
        Instant wanted = now.plus(
                retryAfter.compareTo(PendingRevocation.LIFETIME) < 0 ? retryAfter : PendingRevocation.LIFETIME);
        if (wanted.isAfter(claimed.dueAt())) {
            pendingRevocations.replace(claimed, claimed.withDueAt(wanted));
        }
    }

    /** Returns one minute, doubled by each failure, up to about four hours. */
    private static Duration backOff(int failures) {
        return FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    }
}
