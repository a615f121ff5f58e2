package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.domain.revocation.RevocableToken;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the revocation requests of a provider, in its {@link RevocationStyle}. */
final class RevocationRequests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final ProviderEntry entry;
    private final URI endpoint;

    RevocationRequests(ProviderEntry entry, URI endpoint) {
        this.entry = entry;
        this.endpoint = endpoint;
    }

    ProviderRequest request(RevocableToken token, Duration timeout) {
        String value = token.token().reveal();
        return switch (entry.revocation()) {
            case GOOGLE -> request("POST", FORM, Optional.empty(), form("token", value), timeout);
            case GITHUB -> request("DELETE", JSON, basic(), ProviderJson.write(Map.of("access_token", value)), timeout);
            case NOTION -> request("POST", JSON, basic(), ProviderJson.write(Map.of("token", value)), timeout);
            case SLACK -> request("POST", FORM, Optional.of("Bearer " + value), "", timeout);
            case RFC7009, NONE -> rfc7009(token, value, timeout);
        };
    }

    private ProviderRequest rfc7009(RevocableToken token, String value, Duration timeout) {
        Token typed = token.isRefreshToken() ? new RefreshToken(value) : new BearerAccessToken(value);
        HTTPRequest request = ClientCredentials.of(entry.client())
                .map(authentication -> new TokenRevocationRequest(endpoint, authentication, typed))
                .orElseGet(() -> new TokenRevocationRequest(endpoint, ClientCredentials.id(entry.client()), typed))
                .toHTTPRequest();
        return request("POST", FORM, Optional.ofNullable(request.getAuthorization()), request.getBody(), timeout);
    }

    private ProviderRequest request(
            String method, String type, Optional<String> authorization, String body, Duration timeout) {
        Map<String, String> headers = new HashMap<>(entry.api().headers());
        headers.put("Accept", JSON);
        headers.put("Content-Type", type);
        authorization.ifPresent(it -> headers.put("Authorization", it));
        return new ProviderRequest(method, endpoint, headers, Optional.of(body), timeout, false);
    }

    private Optional<String> basic() {
        return Optional.of(ClientCredentials.basic(entry.client()));
    }

    private static String form(String name, String value) {
        return URLUtils.serializeParameters(Map.of(name, List.of(value)));
    }
}
