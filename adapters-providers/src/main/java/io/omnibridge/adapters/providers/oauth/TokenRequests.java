package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.omnibridge.adapters.providers.catalogue.BodyFormat;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the two requests to a token endpoint: the exchange of a code and the refresh (RFC 6749 §4.1.3, §6). */
final class TokenRequests {

    private final ProviderEntry entry;
    private final URI endpoint;

    TokenRequests(ProviderEntry entry, URI endpoint) {
        this.entry = entry;
        this.endpoint = endpoint;
    }

    /** Returns the exchange of a code. It uses its own connection, because the code is valid for one request. */
    ProviderRequest exchange(Secret code, Optional<Secret> verifier, URI redirectUri, Duration timeout) {
        AuthorizationGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code.reveal()),
                redirectUri,
                verifier.map(it -> new CodeVerifier(it.reveal())).orElse(null));
        return request(grant, entry.tokens().exchangeParameters(), timeout, true);
    }

    /** Returns a refresh. It uses its own connection where an unknown outcome may end the grant. */
    ProviderRequest refresh(Secret refreshToken, Duration timeout) {
        AuthorizationGrant grant = new RefreshTokenGrant(new RefreshToken(refreshToken.reveal()));
        boolean needsOwnConnection = entry.connectable().refresh().reuse() != RefreshTokenReuse.SAFE;
        return request(grant, entry.tokens().refreshParameters(), timeout, needsOwnConnection);
    }

    private ProviderRequest request(
            AuthorizationGrant grant, Map<String, String> additional, Duration timeout, boolean usesOwnConnection) {
        TokenRequest.Builder builder = ClientCredentials.of(entry.client())
                .map(authentication -> new TokenRequest.Builder(endpoint, authentication, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, ClientCredentials.id(entry.client()), grant));
        HTTPRequest request = builder.build().toHTTPRequest();
        Map<String, List<String>> parameters = parameters(request);
        additional.forEach((name, value) -> parameters.put(name, List.of(value)));
        boolean isJson = entry.tokens().body() == BodyFormat.JSON;
        Map<String, String> headers = new HashMap<>(entry.api().headers());
        headers.put("Accept", "application/json");
        headers.put("Content-Type", isJson ? "application/json" : "application/x-www-form-urlencoded");
        if (request.getAuthorization() != null) {
            headers.put("Authorization", request.getAuthorization());
        }
        String body = isJson ? ProviderJson.write(firstValues(parameters)) : URLUtils.serializeParameters(parameters);
        return new ProviderRequest("POST", endpoint, headers, Optional.of(body), timeout, usesOwnConnection);
    }

    private static Map<String, List<String>> parameters(HTTPRequest request) {
        try {
            return new HashMap<>(request.getBodyAsFormParameters());
        } catch (ParseException e) {
            throw new IllegalStateException("the library cannot read its own request");
        }
    }

    private static Map<String, String> firstValues(Map<String, List<String>> parameters) {
        Map<String, String> firstValues = new HashMap<>();
        parameters.forEach((name, values) -> firstValues.put(name, values.get(0)));
        return firstValues;
    }
}
