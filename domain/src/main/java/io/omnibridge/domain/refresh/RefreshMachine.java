package io.omnibridge.domain.refresh;

import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Reason;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What leads from one {@link RefreshState} to the next, for one provider. It decides and does nothing: whoever asks makes one
 * conditional write of the answer. Every {@code now} is the store's time. Immutable.
 *
 * <p>A refresh token may be used up by the provider without anybody here learning of it. What that means depends on the
 * provider, and so does what may be done about it.
 */
public final class RefreshMachine {

    private final RefreshPolicy policy;

    public RefreshMachine(RefreshPolicy policy) {
        this.policy = Objects.requireNonNull(policy);
    }

    /**
     * What time alone has made of {@code state}: a call whose deadline has passed is in doubt, and a doubt that can no longer
     * be cleared ends the account.
     *
     * @param accessExpiresAt when the access token that is still served expires; empty if nobody knows
     */
    public RefreshState applyTimeout(RefreshState state, Optional<Instant> accessExpiresAt, Instant now) {
        if (state instanceof Calling calling && !now.isBefore(calling.deadline())) {
            return applyTimeout(outcomeUnknown(calling, now), accessExpiresAt, now);
        }
        if (state instanceof Unknown unknown && isHopeless(unknown, accessExpiresAt, now)) {
            return new Ended(Reason.REFRESH_UNKNOWN, now);
        }
        return state;
    }

    /** The claim to call the provider now, if now is a time for it. {@code state} is {@link #applyTimeout}. */
    public Optional<Calling> claim(RefreshState state, Instant now) {
        if (state instanceof Idle idle && !now.isBefore(idle.notBefore())) {
            return Optional.of(new Calling(Optional.empty(), now, now.plus(policy.callTimeout()), idle.failures()));
        }
        if (state instanceof Unknown unknown && !now.isBefore(unknown.notBefore())) {
            return repeatedCallUntil(unknown, now)
                    .map(deadline ->
                            new Calling(Optional.of(unknown), unknown.firstSentAt(), deadline, unknown.failures()));
        }
        return Optional.empty();
    }

    /** The provider certainly did nothing: it was not reached, or said so itself. Back to where the claim came from. */
    public RefreshState notProcessed(Calling calling, Instant now, Duration atLeast) {
        int failures = calling.failures() + 1;
        Duration backOff = policy.backOff(failures);
        Instant notBefore = now.plus(backOff.compareTo(atLeast) < 0 ? atLeast : backOff);
        return calling.unknown()
                .<RefreshState>map(unknown -> new Unknown(unknown.since(), unknown.firstSentAt(), notBefore, failures))
                .orElseGet(() -> new Idle(notBefore, failures));
    }

    /** Nobody knows what the provider did. */
    public RefreshState outcomeUnknown(Calling calling, Instant now) {
        int failures = calling.failures() + 1;
        Instant backedOff = now.plus(policy.backOff(failures));
        if (policy.reuse() == RefreshTokenReuse.SAFE) {
            return new Idle(backedOff, failures);
        }
        Instant since = calling.unknown().map(Unknown::since).orElse(now);
        return new Unknown(since, calling.firstSentAt(), notBeforeAfterUnknown(calling, since, backedOff), failures);
    }

    /** The provider said {@code invalid_grant} (RFC 6749 §5.2): a definite answer only where it was not asked before. */
    public Ended invalidGrant(Calling calling, Instant now) {
        return new Ended(calling.unknown().isEmpty() ? Reason.REVOKED : Reason.REFRESH_UNKNOWN, now);
    }

    /** Whether a new token that arrives now, for the same link and generation, is taken. */
    public static boolean acceptsRenewal(RefreshState state) {
        return !(state instanceof Ended ended && ended.reason() == Reason.REVOKED);
    }

    private Instant notBeforeAfterUnknown(Calling calling, Instant since, Instant backedOff) {
        if (policy.reuse() == RefreshTokenReuse.KILLS_FAMILY
                || calling.unknown().isPresent()) {
            return backedOff;
        }
        return since.plus(policy.maxAnswerDelay());
    }

    /** Until when a repeated call may last; empty when the token must not be sent again, now or ever. */
    private Optional<Instant> repeatedCallUntil(Unknown unknown, Instant now) {
        Instant usual = now.plus(policy.callTimeout());
        if (policy.reuse() != RefreshTokenReuse.KILLS_FAMILY) {
            return Optional.of(usual);
        }
        Instant graceEnds = unknown.firstSentAt().plus(policy.reuseGrace());
        return Optional.of(usual.isBefore(graceEnds) ? usual : graceEnds)
                .filter(deadline -> !deadline.isBefore(now.plus(policy.minCallTime())));
    }

    private boolean isHopeless(Unknown unknown, Optional<Instant> accessExpiresAt, Instant now) {
        if (policy.reuse() != RefreshTokenReuse.KILLS_FAMILY) {
            return false;
        }
        Instant answersEnd = unknown.since().plus(policy.maxAnswerDelay());
        return !now.isBefore(answersEnd) && !now.isBefore(accessExpiresAt.orElse(Instant.EPOCH));
    }
}
