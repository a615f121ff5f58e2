package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.route.CallbackRoutes;
import io.omnibridge.adapters.http.route.ConnectRoutes;
import io.omnibridge.adapters.http.route.ProviderRoutes;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.connect.AttemptFactory;
import io.omnibridge.application.connect.BeginConnect;
import io.omnibridge.application.connect.CompleteConnect;
import io.omnibridge.application.connect.ExchangeCode;
import io.omnibridge.application.connect.FindAttempt;
import io.omnibridge.application.connect.HandleCallback;
import io.omnibridge.application.connect.LinkExchangedGrant;
import io.omnibridge.application.connect.ListProviders;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.bootstrap.config.Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How accounts are connected and kept: the routes, and what goes on beside them. */
record ConnectWiring(Config config, ProviderWiring providers, GrantWiring grants, ConnectAttempts attempts) {

    /** How often it is looked for grants that are due to be given back, and for new credentials that the store did not take. */
    private static final Duration REVOKING = Duration.ofSeconds(30);

    private static final Duration STORING = Duration.ofSeconds(2);

    /** How often all accounts are looked at; what ends from disuse does so after months. */
    private static final Duration KEEPING = Duration.ofHours(6);

    /** How long calls of providers may take to end when the service stops. */
    private static final Duration DRAINING = Duration.ofSeconds(25);

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(connectRoutes().routes());
        routes.addAll(new CallbackRoutes(returnFromProvider(), config.connect().showsTicket()).routes());
        routes.addAll(new ProviderRoutes(new ListProviders(providers.catalogue(), grants.store())).routes());
        return routes;
    }

    private ConnectRoutes connectRoutes() {
        BeginConnect beginConnect = new BeginConnect(
                providers.catalogue(),
                providers.addresses(),
                new AttemptFactory(grants.servers(), grants.attemptSealer(), grants.random()),
                attempts,
                grants.clock());
        CompleteConnect completeConnect = new CompleteConnect(
                attempts,
                grants.attemptSealer(),
                providers.catalogue(),
                grants.store(),
                exchangeCode(),
                grants.clock());
        return new ConnectRoutes(
                beginConnect, new FindAttempt(attempts, grants.clock()), completeConnect, grants.clock());
    }

    private ExchangeCode exchangeCode() {
        LinkExchangedGrant linkExchangedGrant = new LinkExchangedGrant(
                attempts,
                grants.store(),
                grants.accountFactory(),
                grants.revocationPlanner(),
                config.maxAccountsPerUser(),
                grants.clock());
        return new ExchangeCode(attempts, grants.servers(), providers.catalogue(), linkExchangedGrant);
    }

    private HandleCallback returnFromProvider() {
        return new HandleCallback(
                attempts, grants.attemptSealer(), providers.addresses(), grants.clock(), grants.random());
    }

    /** What goes on beside requests: nothing where nothing can be connected. */
    BackgroundJobs backgroundJobs(RefreshCredentials refreshCredentials) {
        BackgroundJobs backgroundJobs = new BackgroundJobs();
        if (!providers.catalogue().all().isEmpty()) {
            backgroundJobs
                    .every(REVOKING, "revoking", grants.revokeDueGrants()::revoke)
                    .every(STORING, "storing", refreshCredentials::retryUnwritten)
                    .every(
                            KEEPING,
                            "keeping alive",
                            grants.refreshIdleGrants(
                                    refreshCredentials, config.connect().keepAlive())::refresh);
        }
        return backgroundJobs;
    }

    /** Lets calls of providers that are under way end, bounded. */
    static void drain(RefreshCredentials refreshCredentials) {
        try {
            refreshCredentials.drain(DRAINING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
