package io.omnibridge.domain.revocation;

import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
        return all(grant, byAccessToken).stream().findFirst();
    }

    /** Returns all tokens of {@code grant}, the one of {@link #of} first. */
    static List<RevocableToken> all(Grant grant, boolean byAccessToken) {
        Credentials credentials = grant.credentials();
        return grant.origin().stream()
                .flatMap(origin -> {
                    Stream<RevocableToken> refreshToken =
                            credentials.refreshToken().stream().map(token -> new RevocableToken(token, true, origin));
                    Stream<RevocableToken> accessToken =
                            Stream.of(new RevocableToken(credentials.accessToken(), false, origin));
                    return byAccessToken
                            ? Stream.concat(accessToken, refreshToken)
                            : Stream.concat(refreshToken, accessToken);
                })
                .toList();
    }

    public RevocableToken {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(origin, "origin");
    }
}
