package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.domain.credentials.Secret;
import java.util.Objects;
import java.util.Optional;

/**
 * Tokens of a user who signed in.
 *
 * @param claims of the verified ID token
 * @param accessToken what the issuer's other services would get; not verified
 */
public record SignInTokens(JsonNode claims, Optional<Secret> accessToken) {

    public SignInTokens {
        Objects.requireNonNull(claims, "claims");
        Objects.requireNonNull(accessToken, "accessToken");
    }
}
