package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectableProvider;
import java.util.Objects;

/**
 * A provider that the caller can connect.
 *
 * @param accounts how many accounts the caller has there
 */
public record ListedProvider(ConnectableProvider provider, long accounts) {

    public ListedProvider {
        Objects.requireNonNull(provider, "provider");
    }
}
