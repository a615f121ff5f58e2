package io.omnibridge.adapters.store.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.revocation.RevocableToken;
import java.io.IOException;
import java.net.URI;

/** Token that is to be revoked as the JSON that is sealed. */
final class RevocableTokenJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REFRESH_TOKEN = "rt";
    private static final String ACCESS_TOKEN = "at";
    private static final String CLIENT_ID = "client";
    private static final String TOKEN_ENDPOINT = "origin";

    private RevocableTokenJson() {}

    static byte[] write(RevocableToken token) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put(
                token.isRefreshToken() ? REFRESH_TOKEN : ACCESS_TOKEN,
                token.token().reveal());
        json.put(CLIENT_ID, token.origin().clientId());
        json.put(TOKEN_ENDPOINT, token.origin().tokenEndpoint().toString());
        return JSON.writeValueAsBytes(json);
    }

    /** Reads what {@link #write} wrote; anything else fails with an exception whose message may contain a token. */
    static RevocableToken read(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        boolean isRefreshToken = json.has(REFRESH_TOKEN);
        return new RevocableToken(
                new Secret(text(json, isRefreshToken ? REFRESH_TOKEN : ACCESS_TOKEN)),
                isRefreshToken,
                new TokenOrigin(text(json, CLIENT_ID), URI.create(text(json, TOKEN_ENDPOINT))));
    }

    private static String text(JsonNode json, String member) throws IOException {
        String text = json.path(member).textValue();
        if (text == null) {
            throw new IOException("no " + member);
        }
        return text;
    }
}
