package io.omnibridge.domain.credentials;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The tokens of a token response (RFC 6749 §5.1), in the clear. The token type is always Bearer (RFC 6750): OmniBridge
 * accepts no other.
 *
 * @param expiresAt when the access token expires; empty if the provider did not say
 * @param refreshToken empty if the provider issued none
 * @param refreshTokenExpiresAt when the refresh token expires; empty if the provider did not say
 */
public record Credentials(
        Secret accessToken,
        Optional<Instant> expiresAt,
        Optional<Secret> refreshToken,
        Optional<Instant> refreshTokenExpiresAt) {

    public Credentials {
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(refreshToken, "refreshToken");
        Objects.requireNonNull(refreshTokenExpiresAt, "refreshTokenExpiresAt");
    }
}
