package io.omnibridge.application.accounts;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.IssuingClient;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ReconnectCode;
import java.util.Optional;

/** What this process knows of a provider. */
record ProviderConfiguration(Optional<ConnectableProvider> provider, Optional<IssuingClient> issuer) {

    /** Returns why credentials of the account cannot be refreshed here; empty if they can. */
    Optional<ReconnectCode> obstacle(AccountMetadata account) {
        if (provider.isEmpty()) {
            return Optional.of(ReconnectCode.PROVIDER_NOT_CONFIGURED);
        }
        boolean isOther = issuer.isPresent()
                && account.origin()
                        .filter(origin -> !issuer.get().canHaveIssued(origin))
                        .isPresent();
        return isOther ? Optional.of(ReconnectCode.CLIENT_CHANGED) : Optional.empty();
    }
}
