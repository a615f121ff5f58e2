package io.omnibridge.adapters.providers;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.oauth.CheckResult;
import io.omnibridge.adapters.providers.oauth.OAuthClient;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.application.port.AuthorizationRequest;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.IssuingClient;
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
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Providers of a {@link Catalogue}, called by OAuth 2.0. Thread-safe. */
public final class OAuthProviders implements ProviderCatalogue, AuthorizationServers, AutoCloseable {

    private final Catalogue catalogue;
    private final OAuthClient oauth;

    /**
     * @param publicUrl the URL at which browsers reach this service; every redirect URI begins with it
     * @param egress the way of all calls to the providers
     */
    public OAuthProviders(Catalogue catalogue, URI publicUrl, Egress egress, Clock clock) {
        this.catalogue = catalogue;
        this.oauth = new OAuthClient(new Transport(egress), publicUrl, clock);
    }

    @Override
    public List<ConnectableProvider> all() {
        return catalogue.all();
    }

    @Override
    public Optional<ConnectableProvider> find(ProviderId id) {
        return catalogue.find(id);
    }

    @Override
    public Optional<IssuingClient> issuingClient(ProviderId id) {
        return catalogue.entry(id).map(oauth::issuingClient);
    }

    @Override
    public boolean isCalledToAuthorize(ProviderId provider) {
        return catalogue
                .entry(provider)
                .filter(oauth.authorizationCodeFlow()::isDiscoveryNeeded)
                .isPresent();
    }

    @Override
    public AuthorizationRequest authorize(ProviderId provider, Scopes scopes, String state, AttemptSecrets secrets) {
        ProviderEntry entry =
                catalogue.entry(provider).orElseThrow(() -> new ProviderUnavailable("the provider is not configured"));
        return oauth.authorizationCodeFlow().begin(entry, scopes, state, secrets);
    }

    @Override
    public ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        return catalogue
                .entry(attempt.provider())
                .map(entry -> oauth.authorizationCodeFlow().exchange(entry, attempt, secrets))
                .orElseGet(() -> new ExchangeResult.Failed(AttemptFailure.PROVIDER_CHANGED));
    }

    @Override
    public RefreshResult refresh(ProviderId provider, Grant grant, Duration timeout) {
        return catalogue
                .entry(provider)
                .map(entry -> oauth.tokenRefresh().refresh(entry, grant, timeout))
                .orElseGet(() -> new RefreshResult.NotProcessed(Duration.ZERO, false));
    }

    @Override
    public RevocationResult revoke(ProviderId provider, RevocableToken token) {
        return catalogue
                .entry(provider)
                .map(entry -> oauth.tokenRevocation().revoke(entry, token))
                .orElseGet(RevocationResult.NotConfigured::new);
    }

    /** Checks the configuration of a provider against its servers; returns empty if the provider is not configured. */
    public Optional<List<CheckResult>> check(ProviderId provider) {
        return catalogue.entry(provider).map(oauth.providerCheck()::check);
    }

    /** Returns the time since the provider's keys were fetched; empty if no ID token needed them yet. */
    public Optional<Duration> ageOfKeys(ProviderId provider) {
        return oauth.ageOfKeys(provider);
    }

    /** Stops refreshing the keys of issuers. */
    @Override
    public void close() {
        oauth.close();
    }
}
