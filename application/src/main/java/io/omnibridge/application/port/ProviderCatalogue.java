package io.omnibridge.application.port;

import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import java.util.Optional;

/** The providers that users can connect. It does not change while a process runs. Thread-safe. */
public interface ProviderCatalogue {

    /** Returns all providers, ordered by id. */
    List<ConnectableProvider> all();

    /** Returns the provider with that id; empty if OmniBridge is not configured as a client of it. */
    Optional<ConnectableProvider> find(ProviderId id);

    /**
     * Returns the client and server that issue credentials at the provider now. Asks no server. Empty if the provider is not
     * configured, or if this catalogue cannot tell.
     */
    default Optional<IssuingClient> issuingClient(ProviderId id) {
        return Optional.empty();
    }
}
