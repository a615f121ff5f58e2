package io.omnibridge.application.port;

import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import java.util.Optional;

/** The providers that can be connected here. It never changes while a process runs. Thread-safe. */
public interface ProviderCatalogue {

    /** All of them, ordered by id. */
    List<ConnectableProvider> all();

    /** The one of that id; empty if there is none, or this service is no client of it. */
    Optional<ConnectableProvider> find(ProviderId id);
}
