package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.revocation.RevocableToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds tokens in a token response that was refused, so that they can be revoked. It reads as far as the response is JSON: a
 * member may come twice, and the response may break off. It reads as a stream, so depth costs nothing.
 */
final class IssuedTokens {

    /** A response with more tokens is nonsense. */
    private static final int MAX_TOKENS = 8;

    private static final String ACCESS_TOKEN = "access_token";
    private static final String REFRESH_TOKEN = "refresh_token";
    private static final JsonFactory JSON = new JsonFactory();

    private final ProviderEntry entry;
    private final TokenOrigin origin;
    private final List<RevocableToken> expected = new ArrayList<>();
    private final List<RevocableToken> others = new ArrayList<>();

    private IssuedTokens(ProviderEntry entry, TokenOrigin origin) {
        this.entry = entry;
        this.origin = origin;
    }

    /**
     * Returns the tokens in {@code response}, the one to revoke first. Where the provider writes the user's tokens into an inner
     * object, tokens beside it count only if there are none in it.
     */
    static List<RevocableToken> in(byte[] response, ProviderEntry entry, TokenOrigin origin) {
        IssuedTokens tokens = new IssuedTokens(entry, origin);
        tokens.read(response);
        return tokens.inOrder();
    }

    private void read(byte[] response) {
        try (JsonParser parser = JSON.createParser(response)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    add(parser);
                }
            }
        } catch (IOException e) {
            // The rest of the response is not JSON. What was read so far counts.
        }
    }

    private void add(JsonParser parser) throws IOException {
        String member = String.valueOf(parser.currentName());
        boolean isRefreshToken = member.equals(REFRESH_TOKEN);
        if (!isRefreshToken && !member.equals(ACCESS_TOKEN)) {
            return;
        }
        JsonPointer parent = parser.getParsingContext().pathAsPointer().head();
        boolean isExpected = parent.equals(entry.tokens().tokensAt());
        List<RevocableToken> found = isExpected ? expected : others;
        boolean isWanted = isExpected || parent.equals(JsonPointer.empty());
        if (isWanted && found.size() < MAX_TOKENS) {
            secret(parser.getText()).ifPresent(token -> found.add(new RevocableToken(token, isRefreshToken, origin)));
        }
    }

    private static Optional<Secret> secret(String value) {
        try {
            return Optional.of(new Secret(value));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private List<RevocableToken> inOrder() {
        List<RevocableToken> found = new ArrayList<>(expected.isEmpty() ? others : expected);
        boolean isRefreshTokenFirst = !entry.revocation().takesAccessToken();
        found.sort((left, right) -> Boolean.compare(
                right.isRefreshToken() == isRefreshTokenFirst, left.isRefreshToken() == isRefreshTokenFirst));
        return List.copyOf(found);
    }
}
