package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Describes the providers that users can connect. Asks neither the store nor a provider. Thread-safe. */
public final class DescribeProviders {

    private final ProviderCatalogue catalogue;

    public DescribeProviders(ProviderCatalogue catalogue) {
        this.catalogue = Objects.requireNonNull(catalogue);
    }

    /** Returns all providers, ordered by id. */
    public List<ConnectableProvider> all() {
        return catalogue.all();
    }

    /** Returns the provider with that id; empty if it is not configured. */
    public Optional<ConnectableProvider> find(ProviderId id) {
        return catalogue.find(id);
    }
}
