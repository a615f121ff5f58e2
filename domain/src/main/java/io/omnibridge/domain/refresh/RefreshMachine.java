package io.omnibridge.domain.refresh;

import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The state machine of refreshes, for one provider: computes the {@link RefreshState} that follows from another one. It
 * has no effects: its caller stores the result by a conditional write. Every {@code now} is the store's time.
 * Immutable.
 *
 * <p>A provider may replace a refresh token although its response is lost. What that means, and whether the call may be
 * repeated, depends on the provider ({@link RefreshTokenReuse}).
 */
public final class RefreshMachine {

    private final RefreshPolicy policy;

    public RefreshMachine(RefreshPolicy policy) {
        this.policy = Objects.requireNonNull(policy);
    }

    /**
     * Returns what {@code state} has become by the passing of time. A call whose deadline has passed has an unknown
     * outcome. An unknown outcome that no call and no late response can resolve any more ends the account.
     *
     * @param accessExpiresAt when the current access token expires; empty if unknown
     */
    public RefreshState applyTimeout(RefreshState state, Optional<Instant> accessExpiresAt, Instant now) {
        if (state instanceof Calling calling && !now.isBefore(calling.deadline())) {
            return applyTimeout(outcomeUnknown(calling, now), accessExpiresAt, now);
        }
        if (state instanceof Unknown unknown && isUnresolvable(unknown, accessExpiresAt, now)) {
            return new Ended(RefreshEndReason.REFRESH_UNKNOWN, now);
        }
        return state;
    }

    /**
     * Returns the claim to call the provider at {@code now}, if a call is allowed. {@code state} is the result of
     * {@link #applyTimeout}.
     */
    public Optional<Calling> claim(RefreshState state, Instant now) {
        if (state instanceof Idle idle && !now.isBefore(idle.notBefore())) {
            return Optional.of(new Calling(
                    Optional.empty(), now, now.plus(policy.callTimeout()), idle.failures(), idle.refusals()));
        }
        if (state instanceof Unknown unknown && !now.isBefore(unknown.notBefore())) {
            return repeatedCallUntil(unknown, now)
                    .map(deadline -> new Calling(
                            Optional.of(unknown),
                            unknown.firstSentAt(),
                            deadline,
                            unknown.failures(),
                            unknown.refusals()));
        }
        return Optional.empty();
    }

    /**
     * Returns the state after a call that the provider certainly did not process: the state before the claim, with a
     * back-off.
     *
     * @param atLeast the minimum back-off, from {@code Retry-After}
     */
    public RefreshState notProcessed(Calling calling, Instant now, Duration atLeast) {
        return backedOff(calling, now, atLeast, calling.refusals());
    }

    /**
     * Returns the state after a definite refusal that does not say that the grant has ended: as after a call that was
     * not processed, until the refusals are conclusive.
     */
    public RefreshState refused(Calling calling, Instant now) {
        Refusals refusals = calling.refusals().and(now);
        return refusals.areConclusive(now)
                ? new Ended(RefreshEndReason.REFUSED, now)
                : backedOff(calling, now, Duration.ZERO, refusals);
    }

    private RefreshState backedOff(Calling calling, Instant now, Duration atLeast, Refusals refusals) {
        int failures = calling.failures() + 1;
        Duration backOff = policy.backOff(failures);
        Instant notBefore = now.plus(backOff.compareTo(atLeast) < 0 ? atLeast : backOff);
        return calling.unknown()
                .<RefreshState>map(
                        unknown -> new Unknown(unknown.since(), unknown.firstSentAt(), notBefore, failures, refusals))
                .orElseGet(() -> new Idle(notBefore, failures, refusals));
    }

    /** Returns the state after a call whose outcome is unknown. */
    public RefreshState outcomeUnknown(Calling calling, Instant now) {
        int failures = calling.failures() + 1;
        Instant backedOff = now.plus(policy.backOff(failures));
        if (policy.reuse() == RefreshTokenReuse.SAFE) {
            return new Idle(backedOff, failures, calling.refusals());
        }
        Instant since = calling.unknown().map(Unknown::since).orElse(now);
        return new Unknown(
                since,
                calling.firstSentAt(),
                notBeforeAfterUnknown(calling, since, backedOff),
                failures,
                calling.refusals());
    }

    /**
     * Returns the state after {@code invalid_grant} (RFC 6749 §5.2). It proves the end of the grant only for a first
     * call: a repeated call may be refused because the first one succeeded.
     */
    public Ended invalidGrant(Calling calling, Instant now) {
        return new Ended(
                calling.unknown().isEmpty() ? RefreshEndReason.REVOKED : RefreshEndReason.REFRESH_UNKNOWN, now);
    }

    /**
     * Returns what {@code state} has become if both tokens have expired: no call can help then.
     *
     * @param accessExpiresAt when the access token expires; empty if unknown
     * @param refreshExpiresAt when the refresh token expires; empty if unknown
     */
    public static RefreshState applyExpiry(
            RefreshState state, Optional<Instant> accessExpiresAt, Optional<Instant> refreshExpiresAt, Instant now) {
        boolean isExpired = isPast(accessExpiresAt, now) && isPast(refreshExpiresAt, now);
        return state instanceof Idle && isExpired ? new Ended(RefreshEndReason.EXPIRED, now) : state;
    }

    private static boolean isPast(Optional<Instant> expiresAt, Instant now) {
        return expiresAt.filter(expiry -> !now.isBefore(expiry)).isPresent();
    }

    /**
     * Returns whether renewed credentials are stored that arrive in {@code state}, for the same link id and generation.
     */
    public static boolean acceptsRenewal(RefreshState state) {
        return !(state instanceof Ended ended && ended.reason() == RefreshEndReason.REVOKED);
    }

    private Instant notBeforeAfterUnknown(Calling calling, Instant since, Instant backedOff) {
        if (policy.reuse() == RefreshTokenReuse.KILLS_FAMILY
                || calling.unknown().isPresent()) {
            return backedOff;
        }
        return since.plus(policy.maxResponseDelay());
    }

    /** Returns the deadline of a repeated call; empty if the token must not be sent again at {@code now}. */
    private Optional<Instant> repeatedCallUntil(Unknown unknown, Instant now) {
        Instant regular = now.plus(policy.callTimeout());
        if (policy.reuse() != RefreshTokenReuse.KILLS_FAMILY) {
            return Optional.of(regular);
        }
        Instant graceEnds = unknown.firstSentAt().plus(policy.reuseGrace());
        return Optional.of(regular.isBefore(graceEnds) ? regular : graceEnds)
                .filter(deadline -> !deadline.isBefore(now.plus(policy.minCallTime())));
    }

    private boolean isUnresolvable(Unknown unknown, Optional<Instant> accessExpiresAt, Instant now) {
        if (policy.reuse() != RefreshTokenReuse.KILLS_FAMILY) {
            return false;
        }
        Instant responsesEnd = unknown.since().plus(policy.maxResponseDelay());
        return !now.isBefore(responsesEnd) && !now.isBefore(accessExpiresAt.orElse(Instant.EPOCH));
    }
}
