package io.omnibridge.adapters.providers.catalogue;

import java.util.Map;
import java.util.Objects;

/**
 * Rules for requests to a provider's API.
 *
 * @param tokenScheme the authentication scheme of the access token, usually {@code Bearer}
 * @param headers headers of every request to the provider, including its OAuth endpoints
 */
public record ApiRules(String tokenScheme, Map<String, String> headers) {

    public ApiRules {
        Objects.requireNonNull(tokenScheme, "tokenScheme");
        headers = Map.copyOf(headers);
    }
}
