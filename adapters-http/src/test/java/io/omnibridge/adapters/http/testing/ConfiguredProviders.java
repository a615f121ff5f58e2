package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.IssuingClient;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.ProviderId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Providers whose configured client and server have issued all credentials of {@link FakeProviders}. */
public record ConfiguredProviders(FakeProviders providers) implements ProviderCatalogue {

    @Override
    public List<ConnectableProvider> all() {
        return providers.all();
    }

    @Override
    public Optional<ConnectableProvider> find(ProviderId id) {
        return providers.find(id);
    }

    @Override
    public Optional<IssuingClient> issuingClient(ProviderId id) {
        return find(id).map(provider -> new IssuingClient("client", Optional.of(URI.create("https://token.example"))));
    }
}
