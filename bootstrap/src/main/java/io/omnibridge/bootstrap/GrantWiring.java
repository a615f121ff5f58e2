package io.omnibridge.bootstrap;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkAttemptSealer;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.sealing.TinkTokenSealer;
import io.omnibridge.application.credentials.KeepGrantsAlive;
import io.omnibridge.application.credentials.Pause;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.RefreshPorts;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.EraseUser;
import io.omnibridge.application.revocation.GiveBack;
import io.omnibridge.application.revocation.OwedRevocations;
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
record GrantWiring(
        TokenStore store,
        Obligations obligations,
        AccountSweep sweep,
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
        return new RevokeGrant(obligations, tokenSealer(), servers, clock);
    }

    RevokeDueGrants revokeDueGrants() {
        return new RevokeDueGrants(sweep, revokeGrant());
    }

    RevokeProvider revokeProvider() {
        return new RevokeProvider(sweep, giveBack(), revokeGrant(), clock);
    }

    EraseUser eraseUser() {
        return new EraseUser(store, sweep, giveBack(), revokeGrant(), clock);
    }

    RefreshCredentials refreshCredentials() {
        RefreshPorts ports = RefreshPorts.of(
                store, credentialSealer(), tokenSealer(), servers, catalogue, obligations, nanoTime, random);
        return new RefreshCredentials(ports, Pause.sleeping());
    }

    /** @param unused after which an account that nobody used is given back */
    KeepGrantsAlive keepGrantsAlive(RefreshCredentials refreshCredentials, Duration unused) {
        KeepGrantsAlive.Terms usual = KeepGrantsAlive.Terms.USUAL;
        return new KeepGrantsAlive(
                sweep,
                credentialSealer(),
                catalogue,
                refreshCredentials,
                giveBack(),
                new KeepGrantsAlive.Terms(unused, usual.idle(), usual.beforeEnd()),
                clock);
    }

    private GiveBack giveBack() {
        return new GiveBack(store, new OwedRevocations(credentialSealer(), tokenSealer(), catalogue, random));
    }
}
