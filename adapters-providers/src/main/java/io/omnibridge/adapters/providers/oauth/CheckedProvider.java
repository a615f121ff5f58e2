package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.domain.credentials.Secret;
import java.time.Duration;

/**
 * One provider while it is checked.
 *
 * @param metadata of the issuer; {@link IssuerMetadata#NONE} if there is none
 * @param deadline of all checks together
 */
record CheckedProvider(ProviderEntry entry, Endpoints endpoints, IssuerMetadata metadata, ProviderDeadline deadline) {

    /** Stands for every code, verifier and token: nothing real is ever sent. */
    static final Secret MADE_UP = new Secret("omnibridge-check-of-the-configuration-000000");

    private static final Duration MAX_TIMEOUT = Duration.ofSeconds(10);

    /** Returns how long the next request may take. */
    Duration timeout() {
        Duration remaining = deadline.remaining();
        return remaining.compareTo(MAX_TIMEOUT) < 0 ? remaining : MAX_TIMEOUT;
    }
}
