package io.omnibridge.application.use;

import io.omnibridge.application.port.ListedApi;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lists what can be read at a provider. Thread-safe. */
public final class ListApis {

    private final ProviderApis apis;

    public ListApis(ProviderApis apis) {
        this.apis = Objects.requireNonNull(apis);
    }

    /** Returns the APIs with their reads; empty if the provider is not configured. */
    public Optional<List<ListedApi>> of(ProviderId provider) {
        return apis.apis(provider);
    }
}
