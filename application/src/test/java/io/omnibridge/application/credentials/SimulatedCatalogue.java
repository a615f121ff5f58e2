package io.omnibridge.application.credentials;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
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
                mutant == Mutant.REVOKES_REPLACED_GRANTS && provider.scope == RevocationScope.GRANT
                        ? RevocationScope.TOKEN
                        : provider.scope,
                Optional.empty());
    }

    private static RefreshPolicy policy(SimulatedProvider provider, Mutant mutant) {
        if (mutant == Mutant.RESENDS_AFTER_UNKNOWN_OUTCOME) {
            return RefreshPolicy.of(RefreshTokenReuse.SINGLE_USE, Duration.ZERO);
        }
        long grace =
                mutant == Mutant.STRETCHES_THE_GRACE && provider.grace > 0 ? provider.grace + 30_000 : provider.grace;
        RefreshPolicy policy = RefreshPolicy.of(provider.reuse, Duration.ofMillis(grace));
        return mutant == Mutant.REFRESHES_AFTER_THIRTY_DAYS ? policy.withMaxIdle(Duration.ofDays(30)) : policy;
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
