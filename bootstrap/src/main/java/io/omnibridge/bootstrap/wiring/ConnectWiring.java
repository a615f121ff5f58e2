package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.route.BrowserTickets;
import io.omnibridge.adapters.http.route.CallbackRoutes;
import io.omnibridge.adapters.http.route.CancelRoutes;
import io.omnibridge.adapters.http.route.ConnectRoutes;
import io.omnibridge.adapters.http.route.Locations;
import io.omnibridge.adapters.http.route.ProviderRoutes;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.accounts.DescribeAccounts;
import io.omnibridge.application.accounts.RecordViews;
import io.omnibridge.application.connect.AttemptFactory;
import io.omnibridge.application.connect.BeginConnect;
import io.omnibridge.application.connect.BeginConnectByPage;
import io.omnibridge.application.connect.CancelConnect;
import io.omnibridge.application.connect.CompleteConnect;
import io.omnibridge.application.connect.CompleteReturned;
import io.omnibridge.application.connect.DescribeProviders;
import io.omnibridge.application.connect.ExchangeAdmission;
import io.omnibridge.application.connect.ExchangeCode;
import io.omnibridge.application.connect.FindAttempt;
import io.omnibridge.application.connect.HandleCallback;
import io.omnibridge.application.connect.LinkExchangedGrant;
import io.omnibridge.application.connect.ListProviders;
import io.omnibridge.application.connect.WriteExchangedLink;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.revocation.RevocationWorkers;
import io.omnibridge.bootstrap.config.Config;
import java.util.ArrayList;
import java.util.List;

/** The use cases and routes with which users connect accounts at the configured providers. */
record ConnectWiring(
        Config config,
        ProviderWiring providers,
        GrantWiring grants,
        RevocationWorkers revocationWorkers,
        RecordViews recordViews,
        CallLimiter calls) {

    /** @param tickets keeps the tickets of attempts that pages began */
    List<Route> routes(BrowserTickets tickets) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(connectRoutes().routes());
        routes.addAll(new CancelRoutes(cancelConnect()).routes());
        routes.addAll(new CallbackRoutes(handleCallback(), config.connect().showsTicket(), tickets).routes());
        routes.addAll(new ProviderRoutes(
                        new ListProviders(providers.catalogue(), grants.vault().accounts()))
                .routes());
        return routes;
    }

    private ConnectRoutes connectRoutes() {
        return new ConnectRoutes(beginConnect(), findAttempt(), completeConnect(), describeAccounts(), locations());
    }

    DescribeAccounts describeAccounts() {
        return new DescribeAccounts(providers.catalogue(), config.connect().keepAlive(), recordViews, grants.clock());
    }

    Locations locations() {
        return new Locations(config.connect().publicUrl());
    }

    private BeginConnect beginConnect() {
        return new BeginConnect(
                providers.catalogue(),
                providers.returnUrls(),
                config.connect().showsTicket(),
                attemptFactory(),
                attempts(),
                grants.clock());
    }

    BeginConnectByPage beginConnectByPage() {
        return new BeginConnectByPage(providers.catalogue(), attemptFactory(), attempts(), grants.clock());
    }

    private AttemptFactory attemptFactory() {
        return new AttemptFactory(grants.servers(), grants.sealers().attempts(), calls, grants.random());
    }

    FindAttempt findAttempt() {
        return new FindAttempt(attempts(), grants.vault().accounts(), grants.clock());
    }

    CancelConnect cancelConnect() {
        return new CancelConnect(attempts(), grants.clock());
    }

    DescribeProviders describeProviders() {
        return new DescribeProviders(providers.catalogue());
    }

    private HandleCallback handleCallback() {
        return new HandleCallback(
                attempts(), grants.sealers().attempts(), providers.returnUrls(), grants.clock(), grants.random());
    }

    CompleteConnect completeConnect() {
        ExchangeCode exchangeCode = new ExchangeCode(
                attempts(),
                grants.servers(),
                providers.catalogue(),
                linkExchangedGrant(),
                grants.revokeUnusedTokens(revocationWorkers));
        CompleteReturned completeReturned = new CompleteReturned(
                attempts(),
                grants.sealers().attempts(),
                providers.catalogue(),
                grants.vault().accounts(),
                exchangeCode,
                new ExchangeAdmission(calls));
        return new CompleteConnect(attempts(), grants.vault().accounts(), completeReturned, grants.clock());
    }

    private LinkExchangedGrant linkExchangedGrant() {
        WriteExchangedLink writeLink = new WriteExchangedLink(
                attempts(),
                grants.accountFactory(),
                grants.sealers().credentials(),
                grants.revocationPlanner(),
                config.maxAccountsPerUser());
        return new LinkExchangedGrant(attempts(), grants.vault().accounts(), writeLink, grants.clock());
    }

    private ConnectAttempts attempts() {
        return grants.vault().attempts();
    }
}
