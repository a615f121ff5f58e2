package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import io.omnibridge.adapters.providers.reads.ProviderReads;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.ProviderId;
import java.util.Objects;
import java.util.Optional;

/**
 * Whole configuration of one provider. Immutable.
 *
 * @param connectable the part that use cases see
 * @param label where the provider states what it calls an account, in the object that has its id; empty if it is not read
 */
public record ProviderEntry(
        ConnectableProvider connectable,
        ClientRegistration client,
        Endpoints endpoints,
        AuthorizationRules authorization,
        TokenRules tokens,
        IdTokenRules idTokens,
        IdentitySource identity,
        Optional<JsonPointer> label,
        RevocationStyle revocation,
        ApiRules api,
        ProviderReads reads) {

    public ProviderEntry {
        Objects.requireNonNull(connectable, "connectable");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(endpoints, "endpoints");
        Objects.requireNonNull(authorization, "authorization");
        Objects.requireNonNull(tokens, "tokens");
        Objects.requireNonNull(idTokens, "idTokens");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(revocation, "revocation");
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(reads, "reads");
    }

    public ProviderId id() {
        return connectable.id();
    }
}
