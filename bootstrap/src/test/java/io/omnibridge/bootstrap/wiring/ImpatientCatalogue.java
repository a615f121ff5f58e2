package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.refresh.RefreshPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A catalogue with shorter timeouts for refreshes.
 *
 * @param callBudget how long a call may take
 * @param maxResponseDelay how late its response may arrive
 */
record ImpatientCatalogue(ProviderCatalogue catalogue, Duration callBudget, Duration maxResponseDelay)
        implements ProviderCatalogue {

    private static final Duration BACK_OFF = Duration.ofMillis(100);

    @Override
    public List<ConnectableProvider> all() {
        return catalogue.all().stream().map(this::impatient).toList();
    }

    @Override
    public Optional<ConnectableProvider> find(ProviderId id) {
        return catalogue.find(id).map(this::impatient);
    }

    private ConnectableProvider impatient(ConnectableProvider provider) {
        RefreshPolicy refresh = provider.refresh();
        return new ConnectableProvider(
                provider.id(),
                provider.displayName(),
                provider.sources(),
                provider.scopes(),
                provider.isPkceUsed(),
                provider.isOpenId(),
                new RefreshPolicy(
                        refresh.reuse(), refresh.reuseGrace(), maxResponseDelay, callBudget, BACK_OFF, BACK_OFF),
                provider.revocation(),
                provider.isRevokedByAccessToken(),
                provider.grantsPage(),
                provider.presentation());
    }
}
