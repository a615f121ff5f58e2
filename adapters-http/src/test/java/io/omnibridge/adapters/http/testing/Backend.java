package io.omnibridge.adapters.http.testing;

import io.omnibridge.adapters.http.reference.ReferenceRoutes;
import io.omnibridge.adapters.http.route.AccountRoutes;
import io.omnibridge.adapters.http.route.AuditRoutes;
import io.omnibridge.adapters.http.route.CallbackRoutes;
import io.omnibridge.adapters.http.route.CancelRoutes;
import io.omnibridge.adapters.http.route.ConnectRoutes;
import io.omnibridge.adapters.http.route.LinkRoutes;
import io.omnibridge.adapters.http.route.Locations;
import io.omnibridge.adapters.http.route.ProviderRoutes;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.route.ServiceRoutes;
import io.omnibridge.adapters.http.route.StyleSheetRoutes;
import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.accounts.DescribeAccounts;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.RecordViews;
import io.omnibridge.application.accounts.RevokeUnlinked;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.connect.AttemptFactory;
import io.omnibridge.application.connect.BeginConnect;
import io.omnibridge.application.connect.CancelConnect;
import io.omnibridge.application.connect.CompleteConnect;
import io.omnibridge.application.connect.CompleteReturned;
import io.omnibridge.application.connect.ExchangeAdmission;
import io.omnibridge.application.connect.ExchangeCode;
import io.omnibridge.application.connect.FindAttempt;
import io.omnibridge.application.connect.HandleCallback;
import io.omnibridge.application.connect.LinkExchangedGrant;
import io.omnibridge.application.connect.ListProviders;
import io.omnibridge.application.connect.ReturnUrl;
import io.omnibridge.application.connect.ReturnUrls;
import io.omnibridge.application.connect.TicketDelivery;
import io.omnibridge.application.connect.WriteExchangedLink;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallLimits;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.readiness.CheckReadiness;
import io.omnibridge.application.revocation.RemoveAccount;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.application.revocation.RevocationRules;
import io.omnibridge.application.revocation.RevocationWorkers;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.application.revocation.RevokeUnusedTokens;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Real use cases over fake ports. */
public final class Backend {

    /** Return URL with the ticket in its fragment. */
    public static final String IN_FRAGMENT = "https://app.example/connected";
    /** Return URL with the ticket in its query. */
    public static final String IN_QUERY = "https://app.example/query";
    /** Return URL that has a query already, with the ticket added to it. */
    public static final String IN_EXISTING_QUERY = "https://app.example/query?page=a%20b";

    private static final ReturnUrls RETURN_URLS = new ReturnUrls(List.of(
            new ReturnUrl(URI.create(IN_FRAGMENT), TicketDelivery.FRAGMENT),
            new ReturnUrl(URI.create(IN_QUERY), TicketDelivery.QUERY),
            new ReturnUrl(URI.create(IN_EXISTING_QUERY), TicketDelivery.QUERY)));

    private final FakeStore store = new FakeStore();
    private final FakeAttempts attempts = new FakeAttempts(store);
    private final FakeProviders providers = new FakeProviders();
    private final FakeSealers sealers = new FakeSealers();
    private final CheckReadiness readiness = new CheckReadiness(store, () -> true);
    private final AdjustableClock clock = new AdjustableClock();
    private final List<CallPermit> permits = new ArrayList<>();
    private final CallLimiter calls = new CallLimiter(CallLimits.DEFAULT);
    private final FakeSignOuts signOuts = new FakeSignOuts();
    private final DataBackend data = new DataBackend(store, signOuts, sealers, providers, calls, clock);
    private final SecureRandom random = new SecureRandom();
    private final PagesBackend pages = new PagesBackend(this);

    void clear() {
        release();
        store.clear();
        attempts.clear();
        data.clear();
        signOuts.clear();
        providers.clear();
        clock.reset();
    }

    FakeStore store() {
        return store;
    }

    FakeSignOuts signOuts() {
        return signOuts;
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

    void occupy(UserId user, ProviderId provider) {
        for (Optional<CallPermit> permit = calls.tryEnter(user, provider);
                permit.isPresent();
                permit = calls.tryEnter(user, provider)) {
            permits.add(permit.get());
        }
    }

    void release() {
        permits.forEach(CallPermit::close);
        permits.clear();
    }

    DataBackend data() {
        return data;
    }

    PagesBackend pages() {
        return pages;
    }

    CheckReadiness readiness() {
        return readiness;
    }

    /** Returns every route of the service. */
    List<Route> routes(TestSetup setup) {
        List<Route> routes = new ArrayList<>(accountRoutes().routes());
        if (setup.linkByToken()) {
            routes.addAll(linkRoutes(setup.quota(), setup.locations()).routes());
        }
        routes.addAll(new ProviderRoutes(new ListProviders(providers, store)).routes());
        routes.addAll(connectRoutes(setup).routes());
        routes.addAll(new CancelRoutes(new CancelConnect(attempts, clock)).routes());
        routes.addAll(callbackRoutes(setup.showsTicket()).routes());
        routes.addAll(new AuditRoutes(new ListAuditEvents(store), data.listUses()).routes());
        routes.addAll(new ServiceRoutes(readiness).routes());
        routes.addAll(new StyleSheetRoutes().routes());
        routes.addAll(new ReferenceRoutes().routes());
        routes.addAll(data.routes(setup.locations(), setup.agents()));
        routes.addAll(setup.moreRoutes());
        return routes;
    }

    private AccountRoutes accountRoutes() {
        return new AccountRoutes(new ListAccounts(store), new FindAccount(store), unlinkAccount(), describeAccounts());
    }

    private LinkRoutes linkRoutes(int quota, Locations locations) {
        LinkAccount linkAccount = new LinkAccount(store, accountFactory(), quota, clock);
        return new LinkRoutes(linkAccount, describeAccounts(), clock, locations);
    }

    DescribeAccounts describeAccounts() {
        return new DescribeAccounts(providers, Optional.of(Duration.ofDays(90)), new RecordViews(store), clock);
    }

    private AccountFactory accountFactory() {
        return new AccountFactory(sealers, random);
    }

    private RevocationPlanner revocationPlanner() {
        return new RevocationPlanner(sealers, sealers, providers, random);
    }

    UnlinkAccount unlinkAccount() {
        RemoveAccount removeAccount = new RemoveAccount(store, revocationPlanner());
        return new UnlinkAccount(
                store, removeAccount, new RevokeUnlinked(revokeGrant(), workers(), calls), providers, clock);
    }

    private RevokeGrant revokeGrant() {
        return new RevokeGrant(store, sealers, providers, new RevocationRules(store, providers), clock);
    }

    private RevocationWorkers workers() {
        return revocation -> {};
    }

    private ConnectRoutes connectRoutes(TestSetup setup) {
        return new ConnectRoutes(
                new BeginConnect(providers, RETURN_URLS, setup.returnToOptional(), attemptFactory(), attempts, clock),
                new FindAttempt(attempts, store, clock),
                completeConnect(setup.quota()),
                describeAccounts(),
                setup.locations());
    }

    AttemptFactory attemptFactory() {
        return new AttemptFactory(providers, sealers, calls, random);
    }

    CompleteConnect completeConnect(int quota) {
        return new CompleteConnect(attempts, store, completeReturned(quota), clock);
    }

    private CompleteReturned completeReturned(int quota) {
        return new CompleteReturned(
                attempts, sealers, providers, store, exchangeCode(quota), new ExchangeAdmission(calls));
    }

    private ExchangeCode exchangeCode(int quota) {
        LinkExchangedGrant linkExchangedGrant =
                new LinkExchangedGrant(attempts, store, writeExchangedLink(quota), clock);
        RevokeUnusedTokens revokeUnusedTokens = new RevokeUnusedTokens(
                store, store, store, revocationPlanner(), new RevocationRules(store, providers), workers());
        return new ExchangeCode(attempts, providers, providers, linkExchangedGrant, revokeUnusedTokens);
    }

    private WriteExchangedLink writeExchangedLink(int quota) {
        return new WriteExchangedLink(attempts, accountFactory(), sealers, revocationPlanner(), quota);
    }

    private CallbackRoutes callbackRoutes(boolean showsTicket) {
        return new CallbackRoutes(
                new HandleCallback(attempts, sealers, RETURN_URLS, clock, random), showsTicket, pages.tickets());
    }
}
