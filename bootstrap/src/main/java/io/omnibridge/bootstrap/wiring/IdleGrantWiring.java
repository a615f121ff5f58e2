package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.credentials.IdleGrantLimits;
import io.omnibridge.application.credentials.IdleGrantPolicy;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.RefreshIdleGrants;
import io.omnibridge.application.credentials.RefreshWorkers;
import io.omnibridge.application.credentials.RemoveUnusedAccounts;
import java.time.Duration;
import java.util.Optional;

/**
 * The use cases for accounts that are idle or unused, for the service and for a command.
 *
 * @param unused how long an account may stay unused before it is unlinked and its grant revoked; empty if for ever
 */
public record IdleGrantWiring(GrantWiring grants, Optional<Duration> unused) {

    RefreshIdleGrants refreshIdleGrants(RefreshCredentials refreshCredentials, RefreshWorkers workers) {
        return new RefreshIdleGrants(
                grants.vault().scan(), policy(), refreshCredentials, removeUnusedAccounts(), workers, grants.clock());
    }

    public RemoveUnusedAccounts removeUnusedAccounts() {
        return new RemoveUnusedAccounts(
                grants.vault().scan(), policy(), grants.removeAccount(), new RefreshLog(), grants.clock());
    }

    private IdleGrantPolicy policy() {
        return new IdleGrantPolicy(grants.sealers().credentials(), grants.catalogue(), new IdleGrantLimits(unused));
    }
}
