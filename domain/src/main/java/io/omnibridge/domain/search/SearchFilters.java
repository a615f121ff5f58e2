package io.omnibridge.domain.search;

import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseTarget;
import java.util.Set;

/**
 * Which sources a search asks. An empty set chooses all.
 *
 * @param accounts ids of accounts at whatever provider
 */
public record SearchFilters(Set<Source> sources, Set<ProviderId> providers, Set<ProviderAccountId> accounts) {

    /** Chooses all sources. */
    public static final SearchFilters ALL = new SearchFilters(Set.of(), Set.of(), Set.of());

    public SearchFilters {
        sources = Set.copyOf(sources);
        providers = Set.copyOf(providers);
        accounts = Set.copyOf(accounts);
    }

    /** Returns whether the search asks a source. */
    public boolean choose(UseTarget target) {
        return (sources.isEmpty() || target.source().filter(sources::contains).isPresent())
                && (providers.isEmpty() || providers.contains(target.account().provider()))
                && (accounts.isEmpty() || accounts.contains(target.account().providerAccountId()));
    }
}
