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

/** The two requests to a token endpoint (RFC 6749 §4.1.3 and §6). */
final class TokenRequests {

    private final ProviderEntry entry;
    private final URI endpoint;

    TokenRequests(ProviderEntry entry, URI endpoint) {
        this.entry = entry;
        this.endpoint = endpoint;
    }

    /** With a code, which is good for one call. */
    ProviderRequest exchange(Secret code, Optional<Secret> verifier, URI redirectUri, Duration timeout) {
        AuthorizationGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code.reveal()),
                redirectUri,
                verifier.map(it -> new CodeVerifier(it.reveal())).orElse(null));
        return call(grant, entry.tokens().exchangeParameters(), timeout, true);
    }

    /** With a refresh token. Where doubt about it does harm, on a connection of its own. */
    ProviderRequest refresh(Secret refreshToken, Duration timeout) {
        AuthorizationGrant grant = new RefreshTokenGrant(new RefreshToken(refreshToken.reveal()));
        boolean isDoubtHarmful = entry.connectable().refresh().reuse() != RefreshTokenReuse.SAFE;
        return call(grant, entry.tokens().refreshParameters(), timeout, isDoubtHarmful);
    }

    private ProviderRequest call(AuthorizationGrant grant, Map<String, String> more, Duration timeout, boolean usesOwnConnection) {
        TokenRequest.Builder builder = ClientCredentials.of(entry.client())
                .map(authentication -> new TokenRequest.Builder(endpoint, authentication, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, ClientCredentials.id(entry.client()), grant));
        HTTPRequest request = builder.build().toHTTPRequest();
        Map<String, List<String>> parameters = parameters(request);
        more.forEach((name, value) -> parameters.put(name, List.of(value)));
        boolean isJson = entry.tokens().body() == BodyFormat.JSON;
        Map<String, String> headers = new HashMap<>(entry.api().headers());
        headers.put("Accept", "application/json");
        headers.put("Content-Type", isJson ? "application/json" : "application/x-www-form-urlencoded");
        if (request.getAuthorization() != null) {
            headers.put("Authorization", request.getAuthorization());
        }
        String body = isJson ? ProviderJson.write(firsts(parameters)) : URLUtils.serializeParameters(parameters);
        return new ProviderRequest("POST", endpoint, headers, Optional.of(body), timeout, usesOwnConnection);
    }

    private static Map<String, List<String>> parameters(HTTPRequest request) {
        try {
            return new HashMap<>(request.getBodyAsFormParameters());
        } catch (ParseException e) {
            throw new IllegalStateException("the library reads what it wrote");
        }
    }

    private static Map<String, String> firsts(Map<String, List<String>> parameters) {
        Map<String, String> firsts = new HashMap<>();
        parameters.forEach((name, values) -> firsts.put(name, values.get(0)));
        return firsts;
    }
}
