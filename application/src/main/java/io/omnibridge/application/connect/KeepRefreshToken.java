package io.omnibridge.application.connect;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the stored refresh token of an account that is connected again, where the new token response brings none: many
 * providers issue one only at the first consent, and it stays valid. Thread-safe.
 */
final class KeepRefreshToken {

    private final CredentialSealer sealer;

    KeepRefreshToken(CredentialSealer sealer) {
        this.sealer = Objects.requireNonNull(sealer);
    }

    /**
     * Returns {@code granted} with the refresh token of {@code former} and its expiry; empty if there is none to keep. It is kept
     * only if the same server issued it to the same client, and if it has not expired or been refused.
     *
     * @param former the stored account of the same user and the same provider account
     */
    Optional<Grant> merge(Account former, Grant granted, Instant now) {
        if (granted.credentials().refreshToken().isPresent() || !isUsable(former)) {
            return Optional.empty();
        }
        return open(former)
                .filter(stored -> stored.origin().isPresent() && stored.origin().equals(granted.origin()))
                .filter(stored ->
                        stored.credentials().refreshToken().isPresent() && !isExpired(stored.credentials(), now))
                .map(stored -> new Grant(
                        new Credentials(
                                granted.credentials().accessToken(),
                                granted.credentials().expiresAt(),
                                stored.credentials().refreshToken(),
                                stored.credentials().refreshTokenExpiresAt()),
                        granted.scopes(),
                        granted.origin(),
                        granted.label().or(stored::label)));
    }

    /** Returns the refresh state of an account that keeps the refresh token: a call that is under way may be using it. */
    static RefreshState stateOf(Account former) {
        RefreshState state = former.metadata().refresh();
        return state instanceof RefreshState.Calling || state instanceof RefreshState.Unknown
                ? state
                : RefreshState.READY;
    }

    /** An access token that the API refused says nothing about the refresh token; any other end does. */
    private static boolean isUsable(Account former) {
        boolean isRefused = former.metadata().refresh() instanceof RefreshState.Ended ended
                && ended.reason() != RefreshEndReason.ACCESS_REFUSED;
        return former.metadata().linkedBy() == LinkedBy.CONNECT
                && !former.credentials().isErased()
                && !isRefused;
    }

    private static boolean isExpired(Credentials stored, Instant now) {
        return stored.refreshTokenExpiresAt()
                .filter(expiry -> !expiry.isAfter(now))
                .isPresent();
    }

    private Optional<Grant> open(Account former) {
        try {
            return Optional.of(sealer.open(former));
        } catch (CredentialsUnreadable e) {
            return Optional.empty();
        }
    }
}
