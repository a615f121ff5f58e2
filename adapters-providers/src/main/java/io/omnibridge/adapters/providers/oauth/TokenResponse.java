package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a successful token response (RFC 6749 §5.1) strictly: any invalid member makes the whole response invalid. */
final class TokenResponse {

    private static final long MAX_LIFETIME_SECONDS = Duration.ofDays(3650).toSeconds();

    private final ProviderEntry entry;
    private final Instant now;

    TokenResponse(ProviderEntry entry, Instant now) {
        this.entry = entry;
        this.now = now;
    }

    /**
     * Reads the first tokens of a grant.
     *
     * @param requested the scopes of the grant if the response names none
     */
    Grant first(JsonNode response, Scopes requested, TokenOrigin origin) throws InvalidProviderResponse {
        JsonNode tokens = response.at(entry.tokens().tokensAt());
        Credentials credentials = new Credentials(
                accessToken(tokens),
                expiry(tokens, "expires_in").or(this::defaultExpiry),
                secret(tokens, "refresh_token"),
                expiry(tokens, "refresh_token_expires_in"));
        return new Grant(credentials, scopes(tokens, requested), Optional.of(origin));
    }

    /** Reads the response to a refresh. What it omits stays as in {@code before} (RFC 6749 §6). */
    Grant renewed(JsonNode response, Grant before) throws InvalidProviderResponse {
        JsonNode tokens = response.at(entry.tokens().tokensAt()).has("access_token")
                ? response.at(entry.tokens().tokensAt())
                : response.at(JsonPointer.empty());
        Optional<Secret> refreshToken = secret(tokens, "refresh_token");
        Optional<Instant> refreshExpiry = expiry(tokens, "refresh_token_expires_in");
        Credentials credentials = new Credentials(
                accessToken(tokens),
                expiry(tokens, "expires_in").or(this::defaultExpiry),
                refreshToken.or(before.credentials()::refreshToken),
                refreshToken.isPresent()
                        ? refreshExpiry
                        : refreshExpiry.or(before.credentials()::refreshTokenExpiresAt));
        return new Grant(credentials, scopes(tokens, before.scopes()), before.origin());
    }

    private Secret accessToken(JsonNode tokens) throws InvalidProviderResponse {
        String type = ProviderJson.text(tokens, "token_type")
                .orElseThrow(() -> new InvalidProviderResponse("the token response has no token_type"));
        if (!entry.tokens().tokenTypes().contains(type.toLowerCase(Locale.ROOT))) {
            throw new InvalidProviderResponse("the token response has an unsupported token_type");
        }
        return secret(tokens, "access_token")
                .orElseThrow(() -> new InvalidProviderResponse("the token response has no access_token"));
    }

    private static Optional<Secret> secret(JsonNode tokens, String member) throws InvalidProviderResponse {
        JsonNode value = tokens.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Secret(value.isTextual() ? value.textValue() : ""));
        } catch (InvalidValue e) {
            throw new InvalidProviderResponse("the token response has an invalid " + member);
        }
    }

    private Optional<Instant> expiry(JsonNode tokens, String member) throws InvalidProviderResponse {
        JsonNode value = tokens.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        boolean isLifetime = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= 0
                && value.longValue() <= MAX_LIFETIME_SECONDS;
        if (!isLifetime) {
            throw new InvalidProviderResponse("the token response has an invalid " + member);
        }
        return Optional.of(now.plusSeconds(value.longValue()));
    }

    private Optional<Instant> defaultExpiry() {
        return entry.tokens().defaultExpiry().map(now::plus);
    }

    private Scopes scopes(JsonNode tokens, Scopes defaultScopes) throws InvalidProviderResponse {
        JsonNode value = tokens.path("scope");
        if (value.isMissingNode() || value.isNull()) {
            return defaultScopes;
        }
        List<String> scopes = new ArrayList<>();
        if (value.isTextual()) {
            String separators = "[ " + entry.authorization().scopeSeparator() + "]+";
            scopes.addAll(List.of(value.textValue().split(separators, -1)));
            scopes.removeIf(String::isEmpty);
        } else {
            value.forEach(item -> scopes.add(item.asText()));
        }
        try {
            return Scopes.of(scopes);
        } catch (InvalidValue e) {
            throw new InvalidProviderResponse("the token response has an invalid scope");
        }
    }
}
