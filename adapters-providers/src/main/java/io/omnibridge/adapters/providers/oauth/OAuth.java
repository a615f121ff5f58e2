package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.transport.Transport;
import java.net.URI;
import java.time.Clock;

/** The parts of the OAuth client, put together over one transport. Thread-safe. */
public final class OAuth {

    private final AuthorizationCodeFlow connections;
    private final TokenRefresh renewals;
    private final TokenRevocation revocations;
    private final ProviderCheck check;

    public OAuth(Transport transport, URI publicUrl, Clock clock) {
        Discovery discovery = new Discovery(transport, clock);
        KeySets keySets = new KeySets(transport, clock);
        this.revocations = new TokenRevocation(transport, discovery, clock);
        this.connections = new AuthorizationCodeFlow(transport, discovery, keySets, revocations, publicUrl, clock);
        this.renewals = new TokenRefresh(transport, discovery, clock);
        this.check = new ProviderCheck(transport, discovery, keySets, publicUrl, clock);
    }

    public AuthorizationCodeFlow connections() {
        return connections;
    }

    public TokenRefresh renewals() {
        return renewals;
    }

    public TokenRevocation revocations() {
        return revocations;
    }

    public ProviderCheck check() {
        return check;
    }
}
