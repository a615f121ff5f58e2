package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.application.port.IssuingClient;
import io.omnibridge.domain.account.ProviderId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** OAuth client: the operations on authorization servers, which share one transport. Thread-safe. */
public final class OAuthClient implements AutoCloseable {

    private final Discovery discovery;
    private final KeySets keySets;
    private final AuthorizationCodeFlow authorizationCodeFlow;
    private final TokenRefresh tokenRefresh;
    private final TokenRevocation tokenRevocation;
    private final ProviderCheck providerCheck;

    /** @param publicUrl the URL at which browsers reach this service */
    public OAuthClient(Transport transport, URI publicUrl, Clock clock) {
        this.discovery = new Discovery(transport, clock);
        this.keySets = new KeySets(transport, clock);
        this.tokenRevocation = new TokenRevocation(transport, discovery, clock);
        this.authorizationCodeFlow = new AuthorizationCodeFlow(transport, discovery, keySets, publicUrl, clock);
        this.tokenRefresh = new TokenRefresh(transport, discovery, clock);
        this.providerCheck = new ProviderCheck(transport, discovery, keySets, publicUrl, clock);
    }

    public AuthorizationCodeFlow authorizationCodeFlow() {
        return authorizationCodeFlow;
    }

    public TokenRefresh tokenRefresh() {
        return tokenRefresh;
    }

    public TokenRevocation tokenRevocation() {
        return tokenRevocation;
    }

    /** Returns the client and server that issue credentials, as far as they are known without a request. */
    public IssuingClient issuingClient(ProviderEntry entry) {
        return TokenOrigins.issuingClient(entry, discovery.knownTokenEndpoint(entry));
    }

    public ProviderCheck providerCheck() {
        return providerCheck;
    }

    /** Returns the time since the provider's keys were fetched; empty if they were not. */
    public Optional<Duration> ageOfKeys(ProviderId provider) {
        return keySets.age(provider);
    }

    /** Stops refreshing the keys of issuers. */
    @Override
    public void close() {
        keySets.close();
    }
}
