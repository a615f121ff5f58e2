package io.omnibridge.application.connect;

import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Lists the providers that the caller can connect, ordered by id, and how many accounts the caller has at each.
 * Thread-safe.
 */
public final class ListProviders {

    private final ProviderCatalogue catalogue;
    private final TokenStore store;

    public ListProviders(ProviderCatalogue catalogue, TokenStore store) {
        this.catalogue = Objects.requireNonNull(catalogue);
        this.store = Objects.requireNonNull(store);
    }

    /**
     * Returns all providers.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public List<ListedProvider> list(Caller caller) {
        Map<ProviderId, Long> counts = store.keys(caller.user()).stream()
                .collect(Collectors.groupingBy(AccountKey::provider, Collectors.counting()));
        return catalogue.all().stream()
                .map(provider -> new ListedProvider(provider, counts.getOrDefault(provider.id(), 0L)))
                .toList();
    }
}
