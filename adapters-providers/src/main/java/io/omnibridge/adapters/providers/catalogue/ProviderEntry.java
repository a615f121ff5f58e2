package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.ProviderId;
import java.util.Objects;

/**
 * Everything that is known of one provider. Immutable.
 *
 * @param shown what use cases know of it
 */
public record ProviderEntry(
        ConnectableProvider shown,
        OAuthClient client,
        Endpoints endpoints,
        AuthorizationRules authorization,
        TokenRules tokens,
        Identity identity,
        RevocationStyle revocation,
        Api api) {

    public ProviderEntry {
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(endpoints, "endpoints");
        Objects.requireNonNull(authorization, "authorization");
        Objects.requireNonNull(tokens, "tokens");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(revocation, "revocation");
        Objects.requireNonNull(api, "api");
    }

    public ProviderId id() {
        return shown.id();
    }
}
