package io.omnibridge.application.credentials;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Creates what a process of a node has when it starts, with the planted mistake. */
final class SimulatedProcess {

    private final Simulation simulation;
    private final Mutant mutant;
    private final SimulatedGrants grants;
    private final ProviderCatalogue catalogue;
    private final RevocationPlanner planner;
    private final LongSupplier nanos;

    SimulatedProcess(
            Simulation simulation,
            Mutant mutant,
            SimulatedGrants grants,
            ProviderCatalogue catalogue,
            RevocationPlanner planner) {
        this.simulation = simulation;
        this.mutant = mutant;
        this.grants = grants;
        this.catalogue = catalogue;
        this.planner = planner;
        this.nanos = mutant == Mutant.IGNORES_PAUSES ? () -> 0 : () -> simulation.time.now() * 1_000_000;
    }

    /** Returns a runner for each account. All of them share one view of the provider. */
    Map<SimulatedStore, RefreshRunner> start(Collection<SimulatedStore> stores) {
        int witnesses = mutant == Mutant.NEEDS_ONE_WITNESS ? 1 : ClientEvidence.MIN_WITNESSES;
        ProviderBreakers breakers = new ProviderBreakers(nanos, RefreshEvents.NONE, witnesses);
        ProviderCalls calls = new ProviderCalls(simulation.servers, catalogue, nanos, RefreshEvents.NONE, breakers);
        Map<SimulatedStore, RefreshRunner> runners = new HashMap<>();
        stores.forEach(
                store -> runners.put(store, new RefreshRunner(store, sealer(store), calls, store, planner, nanos)));
        return runners;
    }

    /** A mutant cannot read the very account that was loaded last; an equal one it can. */
    @SuppressWarnings("ReferenceEquality")
    private CredentialSealer sealer(SimulatedStore store) {
        return mutant == Mutant.DROPS_LATE_TOKENS_OF_A_RECONNECT
                ? reading(account -> account.equals(store.lastLoaded))
                : grants;
    }

    /** Returns the sealer of the code that links accounts. */
    CredentialSealer sealerOfLinks() {
        return mutant == Mutant.DROPS_THE_REFRESH_TOKEN ? reading(account -> false) : grants;
    }

    private CredentialSealer reading(Predicate<Account> isReadable) {
        return new CredentialSealer() {
            @Override
            public SealedCredentials seal(AccountKey key, AccountVersion version, Grant grant) {
                return grants.seal(key, version, grant);
            }

            @Override
            public Grant open(Account account) {
                if (!isReadable.test(account)) {
                    throw new CredentialsUnreadable();
                }
                return grants.open(account);
            }
        };
    }
}
