package io.omnibridge.domain.revocation;

import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.util.Objects;
import java.util.Optional;

/**
 * The token by which a grant is given back: the refresh token where there is one and the provider takes it, else the access
 * token.
 *
 * @param isRefreshToken what it is, for {@code token_type_hint} (RFC 7009 §2.1)
 * @param origin the only place that it may be sent to
 */
public record RevocableToken(Secret token, boolean isRefreshToken, TokenOrigin origin) {

    /**
     * The token by which {@code grant} is given back; empty where OmniBridge is not the client that it was issued to.
     *
     * @param byAccessToken whether the provider takes no refresh token for it
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
