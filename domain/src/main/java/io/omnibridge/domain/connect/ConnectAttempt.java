package io.omnibridge.domain.connect;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One run of the authorization-code flow (RFC 6749 §4.1). Only the user who began it can complete it. It contains no
 * secret in the clear.
 *
 * @param revision 1 at the beginning, and one more at each change; every conditional write names it
 * @param returnTo where the browser is redirected after the callback: {@link #PAGE}, or a URL that the operator allows; empty for the callback's
 *     own page
 * @param oauthState the hash of the {@code state} parameter
 * @param secrets present while the attempt is pending or returned, and erased afterwards
 * @param expiresAt when a pending attempt expires
 */
public record ConnectAttempt(
        AttemptId id,
        UserId owner,
        long revision,
        ProviderId provider,
        PinnedProvider pinned,
        Scopes scopes,
        Optional<URI> returnTo,
        HashedValue oauthState,
        Optional<SealedAttempt> secrets,
        AttemptState state,
        Instant begunAt,
        Instant expiresAt) {

    /**
     * The page at which users who connect by pages confirm an attempt, and the mark of such an attempt: clients can name absolute URLs
     * alone.
     */
    public static final URI PAGE = URI.create("/ui/connected");

    /** @throws InvalidValue if the revision is below 1, or secrets are missing or kept against the rule above */
    public ConnectAttempt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(pinned, "pinned");
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(returnTo, "returnTo");
        Objects.requireNonNull(oauthState, "oauthState");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(begunAt, "begunAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        InvalidValue.unless(revision >= 1, "must have a revision of at least 1");
        InvalidValue.unless(
                secrets.isPresent()
                        == (state instanceof AttemptState.Pending || state instanceof AttemptState.Returned),
                "must have secrets exactly while they can be used");
    }

    /** Returns whether {@code user} owns the attempt: only the user who began it does. */
    public boolean isOwnedBy(UserId user) {
        return owner.equals(user);
    }

    /** Returns whether a page began the attempt. Pages alone complete it, and they complete no other. */
    public boolean isOfPage() {
        return returnTo.equals(Optional.of(PAGE));
    }

    /** Returns the next revision, in state {@code next} and with secrets {@code kept}. */
    public ConnectAttempt nextRevision(AttemptState next, Optional<SealedAttempt> kept) {
        return new ConnectAttempt(
                id,
                owner,
                revision + 1,
                provider,
                pinned,
                scopes,
                returnTo,
                oauthState,
                kept,
                next,
                begunAt,
                expiresAt);
    }

    /** Returns the next revision, failed and without secrets. */
    public ConnectAttempt failed(AttemptFailure reason) {
        return nextRevision(new AttemptState.Failed(reason), Optional.empty());
    }

    /** Returns until when the attempt is open: pending, returned or exchanging. Empty once it has ended. */
    public Optional<Instant> openUntil() {
        return state.openUntil(expiresAt);
    }

    /** Returns the status at {@code now}. An attempt that is not completed in time is expired or failed. */
    public AttemptStatus statusAt(Instant now) {
        if (state instanceof AttemptState.Pending) {
            return now.isBefore(expiresAt) ? AttemptStatus.PENDING : AttemptStatus.EXPIRED;
        }
        if (state instanceof AttemptState.Returned returned) {
            return now.isBefore(returned.until()) ? AttemptStatus.RETURNED : AttemptStatus.EXPIRED;
        }
        if (state instanceof AttemptState.Exchanging exchanging) {
            return now.isBefore(exchanging.until()) ? AttemptStatus.EXCHANGING : AttemptStatus.FAILED;
        }
        return state instanceof AttemptState.Completed ? AttemptStatus.COMPLETED : AttemptStatus.FAILED;
    }

    /**
     * Returns why the attempt failed, at {@code now}; empty if it did not fail. An exchange that did not end in time
     * has an unknown outcome.
     */
    public Optional<AttemptFailure> failureAt(Instant now) {
        if (state instanceof AttemptState.Failed failed) {
            return Optional.of(failed.reason());
        }
        return Optional.of(AttemptFailure.EXCHANGE_UNKNOWN).filter(reason -> statusAt(now) == AttemptStatus.FAILED);
    }
}
