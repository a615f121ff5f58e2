package io.omnibridge.adapters.http.testing;

import io.omnibridge.adapters.http.route.AccountRoutes;
import io.omnibridge.adapters.http.route.AuditRoutes;
import io.omnibridge.adapters.http.route.CallbackRoutes;
import io.omnibridge.adapters.http.route.ConnectRoutes;
import io.omnibridge.adapters.http.route.ProviderRoutes;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.route.ServiceRoutes;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.connect.BeginConnect;
import io.omnibridge.application.connect.CompleteConnect;
import io.omnibridge.application.connect.FindAttempt;
import io.omnibridge.application.connect.HandleCallback;
import io.omnibridge.application.connect.ListProviders;
import io.omnibridge.application.connect.ReturnUrl;
import io.omnibridge.application.connect.ReturnUrls;
import io.omnibridge.application.connect.TicketDelivery;
import io.omnibridge.application.readiness.CheckReadiness;
import io.omnibridge.application.revocation.RevokeGrant;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** The real use cases over fakes of everything that they need. */
public final class Backend {

    public static final String IN_FRAGMENT = "https://app.example/connected";
    public static final String IN_QUERY = "https://app.example/query";
    public static final String IN_LONGER_QUERY = "https://app.example/query?page=a%20b";

    private static final ReturnUrls ADDRESSES = new ReturnUrls(List.of(
            new ReturnUrl(URI.create(IN_FRAGMENT), TicketDelivery.FRAGMENT),
            new ReturnUrl(URI.create(IN_QUERY), TicketDelivery.QUERY),
            new ReturnUrl(URI.create(IN_LONGER_QUERY), TicketDelivery.QUERY)));

    private final FakeStore store = new FakeStore();
    private final FakeAttempts attempts = new FakeAttempts(store);
    private final FakeProviders providers = new FakeProviders();
    private final FakeSealers sealers = new FakeSealers();
    private final CheckReadiness readiness = new CheckReadiness(store);
    private final AdjustableClock clock = new AdjustableClock();
    private final SecureRandom random = new SecureRandom();

    void clear() {
        store.clear();
        attempts.clear();
        providers.clear();
        clock.reset();
    }

    FakeStore store() {
        return store;
    }

    FakeAttempts attempts() {
        return attempts;
    }

    FakeProviders providers() {
        return providers;
    }

    AdjustableClock clock() {
        return clock;
    }

    CheckReadiness readiness() {
        return readiness;
    }

    /** Every route that the service declares. */
    List<Route> routes(TestSetup setup) {
        List<Route> routes = new ArrayList<>(accountRoutes(setup.quota()).routes(setup.linkByToken()));
        routes.addAll(new ProviderRoutes(new ListProviders(providers, store)).routes());
        routes.addAll(connectRoutes(setup.quota()).routes());
        routes.addAll(callbackRoutes(setup.showsTicket()).routes());
        routes.addAll(new AuditRoutes(new ListAuditEvents(store)).routes());
        routes.addAll(new ServiceRoutes(readiness).routes());
        routes.addAll(setup.moreRoutes());
        return routes;
    }

    private AccountRoutes accountRoutes(int quota) {
        return new AccountRoutes(
                new LinkAccount(store, sealers, quota, clock, random),
                new ListAccounts(store),
                new FindAccount(store),
                unlinkAccount(),
                clock);
    }

    private UnlinkAccount unlinkAccount() {
        RevokeGrant revokeGrant = new RevokeGrant(store, sealers, providers, clock);
        return new UnlinkAccount(store, store, sealers, sealers, revokeGrant, providers, clock, random);
    }

    private ConnectRoutes connectRoutes(int quota) {
        return new ConnectRoutes(
                new BeginConnect(providers, providers, sealers, attempts, ADDRESSES, clock, random),
                new FindAttempt(attempts, clock),
                new CompleteConnect(
                        attempts, sealers, providers, providers, sealers, sealers, store, quota, clock, random),
                clock);
    }

    private CallbackRoutes callbackRoutes(boolean showsTicket) {
        return new CallbackRoutes(new HandleCallback(attempts, sealers, ADDRESSES, clock, random), showsTicket);
    }
}
