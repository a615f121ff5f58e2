package io.omnibridge.adapters.store.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Grant as the JSON that is sealed. Member names are short because every account has them. */
final class GrantJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ACCESS_TOKEN = "at";
    private static final String EXPIRES_AT = "at_exp";
    private static final String REFRESH_TOKEN = "rt";
    private static final String REFRESH_TOKEN_EXPIRES_AT = "rt_exp";
    private static final String SCOPE = "scope";
    private static final String CLIENT_ID = "client";
    private static final String TOKEN_ENDPOINT = "origin";
    private static final String LABEL = "label";

    private GrantJson() {}

    static byte[] write(Grant grant) throws IOException {
        Credentials credentials = grant.credentials();
        ObjectNode json = JSON.createObjectNode();
        json.put(ACCESS_TOKEN, credentials.accessToken().reveal());
        credentials.expiresAt().ifPresent(at -> json.put(EXPIRES_AT, at.toString()));
        credentials.refreshToken().ifPresent(token -> json.put(REFRESH_TOKEN, token.reveal()));
        credentials.refreshTokenExpiresAt().ifPresent(at -> json.put(REFRESH_TOKEN_EXPIRES_AT, at.toString()));
        json.put(SCOPE, String.join(" ", grant.scopes().values()));
        grant.origin()
                .ifPresent(origin -> json.put(CLIENT_ID, origin.clientId())
                        .put(TOKEN_ENDPOINT, origin.tokenEndpoint().toString()));
        grant.label().ifPresent(label -> json.put(LABEL, label.value()));
        return JSON.writeValueAsBytes(json);
    }

    /** Reads what {@link #write} wrote; anything else fails with an exception whose message may contain a token. */
    static Grant read(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        Credentials credentials = new Credentials(
                new Secret(text(json, ACCESS_TOKEN).orElseThrow()),
                text(json, EXPIRES_AT).map(Instant::parse),
                text(json, REFRESH_TOKEN).map(Secret::new),
                text(json, REFRESH_TOKEN_EXPIRES_AT).map(Instant::parse));
        Scopes scopes = Scopes.parse(text(json, SCOPE).orElseThrow());
        Optional<TokenOrigin> origin = text(json, CLIENT_ID)
                .map(client -> new TokenOrigin(
                        client, URI.create(text(json, TOKEN_ENDPOINT).orElseThrow())));
        return new Grant(credentials, scopes, origin, text(json, LABEL).map(AccountLabel::new));
    }

    private static Optional<String> text(JsonNode json, String member) {
        return Optional.ofNullable(json.path(member).textValue());
    }
}
