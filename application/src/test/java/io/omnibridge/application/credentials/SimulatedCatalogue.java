package io.omnibridge.application.credentials;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The catalogue of a simulation: what the operator says of the one provider. */
final class SimulatedCatalogue implements ProviderCatalogue {

    private final ConnectableProvider only;

    SimulatedCatalogue(SimulatedProvider provider, Mutant mutant) {
        this.only = new ConnectableProvider(
                Simulation.KEY.provider(),
                "Provider",
                Set.of(),
                Scopes.none(),
                true,
                false,
                policy(provider, mutant),
                provider.scope,
                Optional.empty());
    }

    private static RefreshPolicy policy(SimulatedProvider provider, Mutant mutant) {
        if (mutant == Mutant.RESENDS_AFTER_UNKNOWN_OUTCOME) {
            return RefreshPolicy.of(RefreshTokenReuse.SINGLE_USE, Duration.ZERO);
        }
        long grace =
                mutant == Mutant.STRETCHES_THE_GRACE && provider.grace > 0 ? provider.grace + 30_000 : provider.grace;
        return RefreshPolicy.of(provider.reuse, Duration.ofMillis(grace));
    }

    @Override
    public List<ConnectableProvider> all() {
        return List.of(only);
    }

    @Override
    public Optional<ConnectableProvider> find(ProviderId id) {
        return Optional.of(only);
    }
}
