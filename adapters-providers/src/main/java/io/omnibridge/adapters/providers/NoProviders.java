package io.omnibridge.adapters.providers;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.RevocableToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where nothing can be connected: nobody is asked, and what was connected before stays as it is. Thread-safe. */
public final class NoProviders implements ProviderCatalogue, AuthorizationServers {

    private static final Duration LATER = Duration.ofHours(1);

    @Override
    public List<ConnectableProvider> all() {
        return List.of();
    }

    @Override
    public Optional<ConnectableProvider> find(ProviderId id) {
        return Optional.empty();
    }

    @Override
    public Authorization authorize(ProviderId provider, Scopes scopes, String state, AttemptSecrets secrets) {
        throw new ProviderUnavailable("no provider is set up");
    }

    @Override
    public ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        return new ExchangeResult.Failed(AttemptFailure.PROVIDER_CHANGED);
    }

    @Override
    public RefreshResult refresh(ProviderId provider, Grant grant, Duration timeout) {
        return new RefreshResult.NotProcessed(LATER, false);
    }

    /** Not now: a node that was started without the providers' file must not give up what others can still do. */
    @Override
    public RevocationResult revoke(ProviderId provider, RevocableToken token) {
        return new RevocationResult.Failed(LATER);
    }
}
