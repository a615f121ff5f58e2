package io.omnibridge.application.credentials;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenSealer;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.PlanRevocations;
import java.security.SecureRandom;
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
        PlanRevocations planRevocations,
        LongSupplier nanoTime) {

    public RefreshPorts {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(sealer, "sealer");
        Objects.requireNonNull(servers, "servers");
        Objects.requireNonNull(catalogue, "catalogue");
        Objects.requireNonNull(pendingRevocations, "obligations");
        Objects.requireNonNull(planRevocations, "owedRevocations");
        Objects.requireNonNull(nanoTime, "nanoTime");
    }

    /** The same, with what is owed made out by the sealers themselves. */
    public static RefreshPorts of(
            TokenStore store,
            CredentialSealer sealer,
            TokenSealer tokenSealer,
            AuthorizationServers servers,
            ProviderCatalogue catalogue,
            PendingRevocations pendingRevocations,
            LongSupplier nanoTime,
            SecureRandom random) {
        PlanRevocations owed = new PlanRevocations(sealer, tokenSealer, catalogue, random);
        return new RefreshPorts(store, sealer, servers, catalogue, pendingRevocations, owed, nanoTime);
    }
}
