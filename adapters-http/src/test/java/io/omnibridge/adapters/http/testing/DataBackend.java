package io.omnibridge.adapters.http.testing;

import io.omnibridge.adapters.http.mcp.McpRoutes;
import io.omnibridge.adapters.http.mcp.McpTools;
import io.omnibridge.adapters.http.route.AgentAccess;
import io.omnibridge.adapters.http.route.ApiRoutes;
import io.omnibridge.adapters.http.route.LeaseRoutes;
import io.omnibridge.adapters.http.route.LeaseTokens;
import io.omnibridge.adapters.http.route.Locations;
import io.omnibridge.adapters.http.route.ResourceMetadataRoutes;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.route.SearchRoutes;
import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.Pause;
import io.omnibridge.application.credentials.ProviderCalls;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.RefreshRunner;
import io.omnibridge.application.credentials.TimedRefresh;
import io.omnibridge.application.lease.EndLease;
import io.omnibridge.application.lease.LeasedAccounts;
import io.omnibridge.application.lease.ListLeases;
import io.omnibridge.application.lease.MakeLease;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.UserLimiter;
import io.omnibridge.application.port.FakeResultSealer;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.application.search.ListSources;
import io.omnibridge.application.search.OwnSources;
import io.omnibridge.application.search.ReadItem;
import io.omnibridge.application.search.Search;
import io.omnibridge.application.search.SearchClock;
import io.omnibridge.application.use.AccountCheck;
import io.omnibridge.application.use.CallApi;
import io.omnibridge.application.use.LeaseCheck;
import io.omnibridge.application.use.LeaseMode;
import io.omnibridge.application.use.LinkedByTokenCheck;
import io.omnibridge.application.use.ListApis;
import io.omnibridge.application.use.ListUses;
import io.omnibridge.application.use.MakeCall;
import io.omnibridge.application.use.MakeRead;
import io.omnibridge.application.use.PlanRunner;
import io.omnibridge.application.use.ReachedLimits;
import io.omnibridge.application.use.Receipts;
import io.omnibridge.application.use.UseChecks;
import io.omnibridge.application.use.UseEvents;
import io.omnibridge.application.use.UsePermission;
import io.omnibridge.application.use.UseSources;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The real use cases of the data routes over fake ports. */
final class DataBackend {

    private final FakeUses uses = new FakeUses();
    private final FakeLeaseSealer sealer = new FakeLeaseSealer();
    private final FakeApis apis = new FakeApis();
    private final FakeConnectors connectors = new FakeConnectors();
    private final FakeResultSealer results = new FakeResultSealer();
    private final FakeStore store;
    private final SignOuts signOuts;
    private final FakeSealers sealers;
    private final FakeProviders providers;
    private final CallLimiter calls;
    private final Clock clock;

    DataBackend(
            FakeStore store,
            SignOuts signOuts,
            FakeSealers sealers,
            FakeProviders providers,
            CallLimiter calls,
            Clock clock) {
        this.store = store;
        this.signOuts = signOuts;
        this.sealers = sealers;
        this.providers = providers;
        this.calls = calls;
        this.clock = clock;
    }

    FakeUses uses() {
        return uses;
    }

    FakeApis apis() {
        return apis;
    }

    void clear() {
        uses.clear();
        apis.clear();
    }

    LeaseTokens leaseTokens() {
        return LeaseTokens.openedBy(sealer);
    }

    ListUses listUses() {
        return new ListUses(uses, uses, sealer);
    }

    List<Route> routes(Locations locations, AgentAccess access) {
        BorrowCredentials borrowCredentials = new BorrowCredentials(
                store, sealers, new TimedRefresh(refreshCredentials(), Runnable::run), clock, System::nanoTime);
        UseChecks checks = checks(borrowCredentials);
        List<Route> routes = new ArrayList<>(
                new ApiRoutes(usePermission(borrowCredentials, checks), new ListApis(apis, leaseCheck()), locations)
                        .routes());
        UseSources useSources = useSources(borrowCredentials, checks);
        routes.addAll(searchRoutes(useSources).routes());
        routes.addAll(new McpRoutes(access, useSources, tools(useSources, usePermission(borrowCredentials, checks)))
                .routes());
        routes.addAll(new ResourceMetadataRoutes(access, "https://issuer.example").routes());
        routes.addAll(new LeaseRoutes(makeLease(), listLeases(), endLease(), Duration.ofHours(24), locations, clock)
                .routes());
        return routes;
    }

    MakeLease makeLease() {
        return new MakeLease(uses, signOuts, sealer, new LeasedAccounts(store), clock, new SecureRandom());
    }

    ListLeases listLeases() {
        return new ListLeases(uses, sealer);
    }

    EndLease endLease() {
        return new EndLease(uses, clock);
    }

    private LeaseCheck leaseCheck() {
        return new LeaseCheck(LeaseMode.ON, uses, sealer, clock);
    }

    private UseChecks checks(BorrowCredentials borrowCredentials) {
        LinkedByTokenCheck linkedByToken = new LinkedByTokenCheck(apis);
        return new UseChecks(
                leaseCheck(),
                new AccountCheck(borrowCredentials, new ConfiguredProviders(providers), linkedByToken),
                linkedByToken,
                new ReachedLimits(clock));
    }

    private UsePermission usePermission(BorrowCredentials borrowCredentials, UseChecks checks) {
        Receipts receipts = new Receipts(uses, clock);
        MakeCall makeCall = new MakeCall(callApi(borrowCredentials, checks), receipts, UseEvents.NONE);
        return new UsePermission(apis, checks, calls, receipts, makeCall, clock);
    }

    private CallApi callApi(BorrowCredentials borrowCredentials, UseChecks checks) {
        return new CallApi(apis, borrowCredentials, checks, UseEvents.NONE, System::nanoTime);
    }

    private UseSources useSources(BorrowCredentials borrowCredentials, UseChecks checks) {
        MakeRead makeRead = new MakeRead(apis, callApi(borrowCredentials, checks), checks, UseEvents.NONE);
        PlanRunner runner = new PlanRunner(makeRead, calls, Runnable::run);
        return new UseSources(
                checks,
                runner,
                new UserLimiter(UserLimiter.DEFAULT_PER_USER, UserLimiter.DEFAULT_TOTAL),
                new Receipts(uses, clock),
                UseEvents.NONE,
                clock);
    }

    private SearchRoutes searchRoutes(UseSources useSources) {
        return new SearchRoutes(search(useSources), listSources(useSources), readItem(useSources));
    }

    private McpTools tools(UseSources useSources, UsePermission usePermission) {
        return new McpTools(search(useSources), readItem(useSources), listSources(useSources), usePermission);
    }

    private Search search(UseSources useSources) {
        SearchClock searchClock = new SearchClock(Duration.ofSeconds(5), clock, System::nanoTime);
        return new Search(new OwnSources(store, connectors), useSources, connectors, results, searchClock);
    }

    private ListSources listSources(UseSources useSources) {
        return new ListSources(new OwnSources(store, connectors), useSources);
    }

    private ReadItem readItem(UseSources useSources) {
        return new ReadItem(results, connectors, useSources, System::nanoTime);
    }

    private RefreshCredentials refreshCredentials() {
        return new RefreshCredentials(
                new RefreshRunner(
                        store,
                        sealers,
                        new ProviderCalls(providers, providers, System::nanoTime),
                        store,
                        new RevocationPlanner(sealers, sealers, providers, new SecureRandom()),
                        System::nanoTime),
                Pause.sleeping());
    }
}
