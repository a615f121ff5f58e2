package io.omnibridge.adapters.providers.catalogue;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a provider's API is called.
 *
 * @param baseUrl what its paths are appended to
 * @param tokenScheme what stands before the token in {@code Authorization}
 * @param headers what every request has to carry, those of OAuth too
 */
public record ApiRules(Optional<URI> baseUrl, String tokenScheme, Map<String, String> headers) {

    public ApiRules {
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(tokenScheme, "tokenScheme");
        headers = Map.copyOf(headers);
    }
}
