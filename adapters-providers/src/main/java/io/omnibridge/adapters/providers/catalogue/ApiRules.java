package io.omnibridge.adapters.providers.catalogue;

import java.util.Map;
import java.util.Objects;

/**
 * How a provider's API is called.
 *
 * @param tokenScheme what stands before the token in {@code Authorization}
 * @param headers what every request has to carry, those of OAuth too
 */
public record ApiRules(String tokenScheme, Map<String, String> headers) {

    public ApiRules {
        Objects.requireNonNull(tokenScheme, "tokenScheme");
        headers = Map.copyOf(headers);
    }
}
