package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.transport.Transport;
import java.net.URI;
import java.time.Clock;

/** The parts of the OAuth client, put together over one transport. Thread-safe. */
public final class OAuth {

    private final Connections connections;
    private final Renewals renewals;
    private final Revocations revocations;
    private final ProviderCheck check;

    public OAuth(Transport transport, URI publicUrl, Clock clock) {
        Discovery discovery = new Discovery(transport, clock);
        KeySets keySets = new KeySets(transport, clock);
        this.revocations = new Revocations(transport, discovery, clock);
        this.connections = new Connections(transport, discovery, keySets, revocations, publicUrl, clock);
        this.renewals = new Renewals(transport, discovery, clock);
        this.check = new ProviderCheck(transport, discovery, keySets, publicUrl, clock);
    }

    public Connections connections() {
        return connections;
    }

    public Renewals renewals() {
        return renewals;
    }

    public Revocations revocations() {
        return revocations;
    }

    public ProviderCheck check() {
        return check;
    }
}
