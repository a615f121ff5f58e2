package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkAttemptSealer;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.sealing.TinkTokenSealer;
import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.credentials.IdleGrantPolicy;
import io.omnibridge.application.credentials.Pause;
import io.omnibridge.application.credentials.ProviderCalls;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.RefreshIdleGrants;
import io.omnibridge.application.credentials.RefreshRunner;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.EraseUser;
import io.omnibridge.application.revocation.RemoveAccount;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.application.revocation.RevokeDueGrants;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.application.revocation.RevokeProvider;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What keeps grants fresh and gives them back, put together for whoever needs it: the service, or a command.
 *
 * @param nanoTime a clock that never goes back
 */
public record GrantWiring(
        TokenStore store,
        PendingRevocations pendingRevocations,
        AccountScan scan,
        ProviderCatalogue catalogue,
        AuthorizationServers servers,
        Keyset keyset,
        String issuer,
        Clock clock,
        LongSupplier nanoTime,
        SecureRandom random) {

    TinkCredentialSealer credentialSealer() {
        return new TinkCredentialSealer(keyset, issuer);
    }

    TinkTokenSealer tokenSealer() {
        return new TinkTokenSealer(keyset, issuer);
    }

    TinkAttemptSealer attemptSealer() {
        return new TinkAttemptSealer(keyset, issuer);
    }

    RevokeGrant revokeGrant() {
        return new RevokeGrant(pendingRevocations, tokenSealer(), servers, clock);
    }

    RevokeDueGrants revokeDueGrants() {
        return new RevokeDueGrants(scan, revokeGrant());
    }

    public RevokeProvider revokeProvider() {
        return new RevokeProvider(scan, removeAccount(), revokeGrant(), clock);
    }

    public EraseUser eraseUser() {
        return new EraseUser(store, scan, removeAccount(), revokeGrant(), revokeDueGrants(), clock);
    }

    RefreshCredentials refreshCredentials() {
        ProviderCalls calls = new ProviderCalls(servers, catalogue, nanoTime);
        RefreshRunner runner =
                new RefreshRunner(store, credentialSealer(), calls, pendingRevocations, revocationPlanner(), nanoTime);
        return new RefreshCredentials(runner, Pause.sleeping());
    }

    /** @param unused after which an account that nobody used is given back */
    RefreshIdleGrants refreshIdleGrants(RefreshCredentials refreshCredentials, Duration unused) {
        IdleGrantPolicy.Limits defaults = IdleGrantPolicy.Limits.DEFAULT;
        IdleGrantPolicy policy = new IdleGrantPolicy(
                credentialSealer(),
                catalogue,
                new IdleGrantPolicy.Limits(unused, defaults.refreshAfter(), defaults.refreshBeforeExpiry()));
        return new RefreshIdleGrants(scan, policy, refreshCredentials, removeAccount(), clock);
    }

    AccountFactory accountFactory() {
        return new AccountFactory(credentialSealer(), random);
    }

    RevocationPlanner revocationPlanner() {
        return new RevocationPlanner(credentialSealer(), tokenSealer(), catalogue, random);
    }

    RemoveAccount removeAccount() {
        return new RemoveAccount(store, revocationPlanner());
    }
}
