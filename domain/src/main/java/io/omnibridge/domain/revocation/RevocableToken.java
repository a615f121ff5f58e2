package io.omnibridge.domain.revocation;

import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.util.Objects;
import java.util.Optional;

/**
 * The token that a revocation request sends: the refresh token if there is one and the provider accepts it, else the
 * access token.
 *
 * @param isRefreshToken whether it is a refresh token, for {@code token_type_hint} (RFC 7009 §2.1)
 * @param origin the only place that it may be sent to
 */
public record RevocableToken(Secret token, boolean isRefreshToken, TokenOrigin origin) {

    /**
     * Returns the token that revokes {@code grant}; empty if OmniBridge is not the client that the grant was issued to.
     *
     * @param byAccessToken whether the provider accepts access tokens only
     */
    public static Optional<RevocableToken> of(Grant grant, boolean byAccessToken) {
        Credentials credentials = grant.credentials();
        Optional<Secret> refreshToken = credentials.refreshToken().filter(token -> !byAccessToken);
        return grant.origin()
                .map(origin -> new RevocableToken(
                        refreshToken.orElse(credentials.accessToken()), refreshToken.isPresent(), origin));
    }

    public RevocableToken {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(origin, "origin");
    }
}
