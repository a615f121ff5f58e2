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

/** Reads what a token endpoint answered (RFC 6749 §5.1), strictly: an answer that is strange in any way is none. */
final class TokenResponse {

    private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();

    private final ProviderEntry entry;
    private final Instant now;

    TokenResponse(ProviderEntry entry, Instant now) {
        this.entry = entry;
        this.now = now;
    }

    /** The first tokens of a grant, with the scopes that were asked for where the provider says no others. */
    Grant first(JsonNode answer, Scopes asked, TokenOrigin origin) throws InvalidProviderResponse {
        JsonNode tokens = answer.at(entry.tokens().tokensAt());
        Credentials credentials = new Credentials(
                accessToken(tokens),
                expiry(tokens, "expires_in").or(this::usualExpiry),
                secret(tokens, "refresh_token"),
                expiry(tokens, "refresh_token_expires_in"));
        return new Grant(credentials, scopes(tokens, asked), Optional.of(origin));
    }

    /** Later tokens: what the provider does not say again is as it was (RFC 6749 §6). */
    Grant renewed(JsonNode answer, Grant before) throws InvalidProviderResponse {
        JsonNode tokens = answer.at(entry.tokens().tokensAt()).has("access_token")
                ? answer.at(entry.tokens().tokensAt())
                : answer.at(JsonPointer.empty());
        Optional<Secret> refreshToken = secret(tokens, "refresh_token");
        Optional<Instant> refreshExpiry = expiry(tokens, "refresh_token_expires_in");
        Credentials credentials = new Credentials(
                accessToken(tokens),
                expiry(tokens, "expires_in").or(this::usualExpiry),
                refreshToken.or(before.credentials()::refreshToken),
                refreshToken.isPresent()
                        ? refreshExpiry
                        : refreshExpiry.or(before.credentials()::refreshTokenExpiresAt));
        return new Grant(credentials, scopes(tokens, before.scopes()), before.origin());
    }

    private Secret accessToken(JsonNode tokens) throws InvalidProviderResponse {
        String type = ProviderJson.text(tokens, "token_type")
                .orElseThrow(() -> new InvalidProviderResponse("the answer has no token_type"));
        if (!entry.tokens().tokenTypes().contains(type.toLowerCase(Locale.ROOT))) {
            throw new InvalidProviderResponse("the answer has a token_type that cannot be used");
        }
        return secret(tokens, "access_token")
                .orElseThrow(() -> new InvalidProviderResponse("the answer has no access_token"));
    }

    private static Optional<Secret> secret(JsonNode tokens, String member) throws InvalidProviderResponse {
        JsonNode value = tokens.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Secret(value.isTextual() ? value.textValue() : ""));
        } catch (InvalidValue e) {
            throw new InvalidProviderResponse("the answer has a " + member + " that is none");
        }
    }

    private Optional<Instant> expiry(JsonNode tokens, String member) throws InvalidProviderResponse {
        JsonNode value = tokens.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        boolean isLife = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= 0
                && value.longValue() <= LONGEST_LIFE;
        if (!isLife) {
            throw new InvalidProviderResponse("the answer has an " + member + " that is no number of seconds");
        }
        return Optional.of(now.plusSeconds(value.longValue()));
    }

    private Optional<Instant> usualExpiry() {
        return entry.tokens().defaultExpiry().map(now::plus);
    }

    private Scopes scopes(JsonNode tokens, Scopes unlessSaid) throws InvalidProviderResponse {
        JsonNode value = tokens.path("scope");
        if (value.isMissingNode() || value.isNull()) {
            return unlessSaid;
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
            throw new InvalidProviderResponse("the answer has a scope that is none");
        }
    }
}
