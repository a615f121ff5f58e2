package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.ProviderId;
import java.util.Objects;

/**
 * Everything that is known of one provider. Immutable.
 *
 * @param connectable what use cases know of it
 */
public record ProviderEntry(
        ConnectableProvider connectable,
        ClientRegistration client,
        Endpoints endpoints,
        AuthorizationRules authorization,
        TokenRules tokens,
        IdentitySource identity,
        RevocationStyle revocation,
        ApiRules api) {

    public ProviderEntry {
        Objects.requireNonNull(connectable, "shown");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(endpoints, "endpoints");
        Objects.requireNonNull(authorization, "authorization");
        Objects.requireNonNull(tokens, "tokens");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(revocation, "revocation");
        Objects.requireNonNull(api, "api");
    }

    public ProviderId id() {
        return connectable.id();
    }
}
