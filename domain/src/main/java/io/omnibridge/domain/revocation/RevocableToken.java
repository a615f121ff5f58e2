package io.omnibridge.domain.revocation;

import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Secret;
import java.util.Objects;

/**
 * The token by which a grant is given back: the refresh token where there is one, else the access token.
 *
 * @param isRefreshToken what it is, for {@code token_type_hint} (RFC 7009 §2.1)
 * @param origin the only place that it may be sent to
 */
public record RevocableToken(Secret token, boolean isRefreshToken, TokenOrigin origin) {

    public RevocableToken {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(origin, "origin");
    }
}
