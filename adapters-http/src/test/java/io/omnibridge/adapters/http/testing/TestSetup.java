package io.omnibridge.adapters.http.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.omnibridge.adapters.http.route.AccountRoutes;
import io.omnibridge.adapters.http.route.AuditRoutes;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.route.ServiceRoutes;
import io.omnibridge.adapters.http.server.Listener;
import io.omnibridge.adapters.http.server.Patience;
import io.omnibridge.adapters.http.server.ServerTls;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.readiness.CheckReadiness;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a {@link TestApi} is set up. */
public record TestSetup(
        Patience patience,
        Optional<ServerTls> tls,
        boolean requireScopes,
        boolean linkByToken,
        int quota,
        List<Route> moreRoutes) {

    public static final TestSetup USUAL =
            new TestSetup(Patience.USUAL, Optional.empty(), false, true, 1_000, List.of());

    public TestSetup withPatience(Patience other) {
        return new TestSetup(other, tls, requireScopes, linkByToken, quota, moreRoutes);
    }

    public TestSetup withTls(ServerTls other) {
        return new TestSetup(patience, Optional.of(other), requireScopes, linkByToken, quota, moreRoutes);
    }

    public TestSetup requiringScopes() {
        return new TestSetup(patience, tls, true, linkByToken, quota, moreRoutes);
    }

    public TestSetup withoutLinkByToken() {
        return new TestSetup(patience, tls, requireScopes, false, quota, moreRoutes);
    }

    public TestSetup withQuota(int other) {
        return new TestSetup(patience, tls, requireScopes, linkByToken, other, moreRoutes);
    }

    public TestSetup withRoutes(Route... more) {
        return new TestSetup(patience, tls, requireScopes, linkByToken, quota, List.of(more));
    }

    Listener listener() {
        return new Listener("127.0.0.1", 0, tls);
    }

    public TestApi api() {
        return new TestApi(this);
    }

    /** Every route that the service declares. */
    public List<Route> routes(FakeStore store, CheckReadiness readiness) {
        List<Route> routes = new ArrayList<>(accountRoutes(store).routes(linkByToken));
        routes.addAll(new AuditRoutes(new ListAuditEvents(store)).routes());
        routes.addAll(new ServiceRoutes(readiness).routes());
        routes.addAll(moreRoutes);
        return routes;
    }

    private AccountRoutes accountRoutes(FakeStore store) {
        Clock clock = Clock.systemUTC();
        return new AccountRoutes(
                new LinkAccount(store, new OpaqueSealer(), quota, clock, new SecureRandom()),
                new ListAccounts(store),
                new FindAccount(store),
                new UnlinkAccount(store, store, clock),
                clock);
    }

    /** Keeps nothing of what it seals. */
    private static final class OpaqueSealer implements CredentialSealer {

        @Override
        public SealedCredentials seal(AccountKey key, AccountVersion version, Grant grant) {
            return new SealedCredentials("sealed".getBytes(UTF_8));
        }

        @Override
        public Grant open(Account account) {
            throw new UnsupportedOperationException("no route opens");
        }
    }
}
