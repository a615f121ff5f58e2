package io.omnibridge.application.credentials;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RevocationPlanner;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * What refreshes need.
 *
 * @param nanoTime a clock that never goes back, of this machine alone, in nanoseconds
 */
public record RefreshPorts(
        TokenStore store,
        CredentialSealer sealer,
        AuthorizationServers servers,
        ProviderCatalogue catalogue,
        PendingRevocations pendingRevocations,
        RevocationPlanner planner,
        LongSupplier nanoTime) {

    public RefreshPorts {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(sealer, "sealer");
        Objects.requireNonNull(servers, "servers");
        Objects.requireNonNull(catalogue, "catalogue");
        Objects.requireNonNull(pendingRevocations, "pendingRevocations");
        Objects.requireNonNull(planner, "planner");
        Objects.requireNonNull(nanoTime, "nanoTime");
    }
}
