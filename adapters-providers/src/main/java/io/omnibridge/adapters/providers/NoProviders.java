package io.omnibridge.adapters.providers;

import io.omnibridge.application.port.AuthorizationRequest;
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

/**
 * Providers of a service without a providers file. Nothing can be connected or refreshed, no provider is called, and linked
 * accounts stay unchanged. Thread-safe.
 */
public final class NoProviders implements ProviderCatalogue, AuthorizationServers {

    private static final Duration RETRY_DELAY = Duration.ofHours(1);

    @Override
    public List<ConnectableProvider> all() {
        return List.of();
    }

    @Override
    public Optional<ConnectableProvider> find(ProviderId id) {
        return Optional.empty();
    }

    @Override
    public boolean isCalledToAuthorize(ProviderId provider) {
        return false;
    }

    @Override
    public AuthorizationRequest authorize(ProviderId provider, Scopes scopes, String state, AttemptSecrets secrets) {
        throw new ProviderUnavailable("no provider is configured");
    }

    @Override
    public ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        return new ExchangeResult.Failed(AttemptFailure.PROVIDER_CHANGED);
    }

    @Override
    public RefreshResult refresh(ProviderId provider, Grant grant, Duration timeout) {
        return new RefreshResult.NotProcessed(RETRY_DELAY, false);
    }

    @Override
    public RevocationResult revoke(ProviderId provider, RevocableToken token) {
        return new RevocationResult.NotConfigured();
    }
}
