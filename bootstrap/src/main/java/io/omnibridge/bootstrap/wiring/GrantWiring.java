package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.credentials.Pause;
import io.omnibridge.application.credentials.ProviderCalls;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.RefreshRunner;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.revocation.EraseUser;
import io.omnibridge.application.revocation.RemoveAccount;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.application.revocation.RevocationRules;
import io.omnibridge.application.revocation.RevocationWorkers;
import io.omnibridge.application.revocation.RevokeDueGrants;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.application.revocation.RevokeProvider;
import io.omnibridge.application.revocation.RevokeUnusedTokens;
import java.security.SecureRandom;
import java.time.Clock;

/** The use cases that refresh and revoke grants, for the service and for the commands. */
public record GrantWiring(
        VaultPorts vault,
        ProviderCatalogue catalogue,
        AuthorizationServers servers,
        Sealers sealers,
        Clock clock,
        SecureRandom random) {

    public RefreshCredentials refreshCredentials() {
        ProviderCalls calls = new ProviderCalls(servers, catalogue, System::nanoTime, new RefreshLog());
        RefreshRunner runner = new RefreshRunner(
                vault.accounts(),
                sealers.credentials(),
                calls,
                vault.pendingRevocations(),
                revocationPlanner(),
                System::nanoTime);
        return new RefreshCredentials(runner, Pause.sleeping());
    }

    RevokeGrant revokeGrant() {
        return new RevokeGrant(vault.pendingRevocations(), sealers.tokens(), servers, revocationRules(), clock);
    }

    RevokeDueGrants revokeDueGrants(RevocationWorkers workers) {
        return new RevokeDueGrants(vault.scan(), workers, clock);
    }

    RevokeUnusedTokens revokeUnusedTokens(RevocationWorkers workers) {
        return new RevokeUnusedTokens(
                vault.accounts(),
                vault.pendingRevocations(),
                vault.auditLog(),
                revocationPlanner(),
                revocationRules(),
                workers);
    }

    public RevokeProvider revokeProvider() {
        return new RevokeProvider(vault.scan(), removeAccount(), revokeGrant(), clock);
    }

    public EraseUser eraseUser() {
        return new EraseUser(vault.accounts(), vault.scan(), vault.signOuts(), removeAccount(), revokeGrant(), clock);
    }

    RemoveAccount removeAccount() {
        return new RemoveAccount(vault.accounts(), revocationPlanner());
    }

    RevocationPlanner revocationPlanner() {
        return new RevocationPlanner(sealers.credentials(), sealers.tokens(), catalogue, random);
    }

    private RevocationRules revocationRules() {
        return new RevocationRules(vault.accounts(), catalogue);
    }

    AccountFactory accountFactory() {
        return new AccountFactory(sealers.credentials(), random);
    }
}
