package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a successful token response (RFC 6749 §5.1). Only two members can make it invalid: {@code access_token}, and a
 * {@code token_type} that names another type. Every other member that cannot be read counts as absent, which is logged.
 */
final class TokenResponse {

    private static final Logger LOG = LoggerFactory.getLogger(TokenResponse.class);
    private static final String BEARER = "bearer";

    private final ProviderEntry entry;
    private final Instant now;

    TokenResponse(ProviderEntry entry, Instant now) {
        this.entry = entry;
        this.now = now;
    }

    /** Returns whether {@code response} contains an access token of the user's. */
    static boolean hasAccessToken(ProviderEntry entry, JsonNode response) {
        return new TokenMembers(renewedTokens(entry, response))
                .secret("access_token")
                .isPresent();
    }

    /**
     * Reads the first tokens of a grant.
     *
     * @param requested the scopes of the grant if the response names none
     */
    Grant first(JsonNode response, Scopes requested, TokenOrigin origin) throws InvalidProviderResponse {
        TokenMembers tokens = new TokenMembers(response.at(entry.tokens().tokensAt()));
        Credentials credentials = new Credentials(
                accessToken(tokens),
                accessTokenExpiry(tokens),
                tokens.secret("refresh_token"),
                refreshTokenExpiry(tokens));
        return logged(new Grant(credentials, scopes(tokens, requested), Optional.of(origin)), tokens);
    }

    /** Reads the response to a refresh. What it omits stays as in {@code before} (RFC 6749 §6). */
    Grant renewed(JsonNode response, Grant before) throws InvalidProviderResponse {
        TokenMembers tokens = new TokenMembers(renewedTokens(entry, response));
        Optional<Secret> refreshToken = tokens.secret("refresh_token");
        Optional<Instant> refreshExpiry = refreshTokenExpiry(tokens);
        Credentials credentials = new Credentials(
                accessToken(tokens),
                accessTokenExpiry(tokens),
                refreshToken.or(before.credentials()::refreshToken),
                refreshToken.isPresent()
                        ? refreshExpiry
                        : refreshExpiry.or(before.credentials()::refreshTokenExpiresAt));
        return logged(new Grant(credentials, scopes(tokens, before.scopes()), before.origin(), before.label()), tokens);
    }

    /** A refresh may return the tokens at the top, where the exchange returned them in another object. */
    private static JsonNode renewedTokens(ProviderEntry entry, JsonNode response) {
        JsonNode tokens = response.at(entry.tokens().tokensAt());
        return tokens.has("access_token") ? tokens : response.at(JsonPointer.empty());
    }

    private Secret accessToken(TokenMembers tokens) throws InvalidProviderResponse {
        Secret token = tokens.secret("access_token")
                .orElseThrow(() -> new InvalidProviderResponse("the token response has no usable access_token"));
        Optional<String> type = tokens.word("token_type").map(it -> it.toLowerCase(Locale.ROOT));
        if (!type.stream()
                .allMatch(it -> it.equals(BEARER) || entry.tokens().tokenTypes().contains(it))) {
            throw new InvalidProviderResponse("the token response names another token_type than a bearer token's");
        }
        return token;
    }

    private Optional<Instant> accessTokenExpiry(TokenMembers tokens) {
        return expiry(tokens, "expires_in")
                .or(() -> entry.tokens().defaultExpiry().map(now::plus));
    }

    /** Keycloak calls the member {@code refresh_expires_in}. Zero means that the token does not expire. */
    private Optional<Instant> refreshTokenExpiry(TokenMembers tokens) {
        return expiry(tokens, "refresh_token_expires_in").or(() -> expiry(tokens, "refresh_expires_in"));
    }

    private Optional<Instant> expiry(TokenMembers tokens, String member) {
        return tokens.lifetime(member).map(now::plus);
    }

    private Scopes scopes(TokenMembers tokens, Scopes defaultScopes) {
        return tokens.scopes(entry.authorization().scopeSeparator()).orElse(defaultScopes);
    }

    private Grant logged(Grant grant, TokenMembers tokens) {
        if (!tokens.unreadable().isEmpty()) {
            LOG.info(
                    "{}: members of the token response that cannot be read count as absent: {}",
                    entry.id().value(),
                    String.join(", ", tokens.unreadable()));
        }
        return grant;
    }
}
