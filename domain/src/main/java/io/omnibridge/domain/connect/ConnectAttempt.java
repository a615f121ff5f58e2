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
 * One run of the authorization-code flow (RFC 6749 §4.1), begun by a user and finished by the same user or nobody. Safe to
 * hold: what is secret in it is sealed.
 *
 * @param revision 1 at its beginning, and one more at each change: what every conditional write names
 * @param returnTo where the browser is sent in the end; empty for a page of OmniBridge's own
 * @param oauthState what is kept of the {@code state} parameter
 * @param secrets empty once they have been used, or are of no use any more
 * @param expiresAt when it is over if it is not finished
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

    /** @throws InvalidValue if the revision is below 1, or secrets are kept that are of no use any more */
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

    /** The ownership rule: an attempt belongs to the one user who began it, and to nobody else. */
    public boolean isOwnedBy(UserId user) {
        return owner.equals(user);
    }

    /** The next revision, in {@code next}, with what is to be kept of the secrets. */
    public ConnectAttempt proceedTo(AttemptState next, Optional<SealedAttempt> kept) {
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

    /** The next revision, which has failed and keeps no secret. */
    public ConnectAttempt failed(AttemptFailure reason) {
        return proceedTo(new AttemptState.Failed(reason), Optional.empty());
    }

    /** What may be said of it at {@code now}: time alone ends what is not finished. */
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

    /** Why it failed, at {@code now}; empty when it did not. An exchange that never ended failed in an unknown way. */
    public Optional<AttemptFailure> failureAt(Instant now) {
        if (state instanceof AttemptState.Failed failed) {
            return Optional.of(failed.reason());
        }
        return Optional.of(AttemptFailure.EXCHANGE_UNKNOWN).filter(reason -> statusAt(now) == AttemptStatus.FAILED);
    }
}
