package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.route.ApiRoutes;
import io.omnibridge.adapters.http.route.LeaseRoutes;
import io.omnibridge.adapters.http.route.LeaseTokens;
import io.omnibridge.adapters.http.route.Locations;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.TimedRefresh;
import io.omnibridge.application.lease.EndLease;
import io.omnibridge.application.lease.LeasedAccounts;
import io.omnibridge.application.lease.ListLeases;
import io.omnibridge.application.lease.MakeLease;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.maintenance.PruneUses;
import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.use.AccountCheck;
import io.omnibridge.application.use.LeaseCheck;
import io.omnibridge.application.use.LeaseMode;
import io.omnibridge.application.use.LinkedByTokenCheck;
import io.omnibridge.application.use.ListApis;
import io.omnibridge.application.use.ListUses;
import io.omnibridge.application.use.MakeCall;
import io.omnibridge.application.use.ReachedLimits;
import io.omnibridge.application.use.Receipts;
import io.omnibridge.application.use.UseChecks;
import io.omnibridge.application.use.UseEvents;
import io.omnibridge.application.use.UsePermission;
import io.omnibridge.bootstrap.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The use cases and routes with which clients read users' data at providers.
 *
 * @param refreshThreads run the refreshes that callers wait for
 */
public record DataWiring(
        Config.Data config,
        GrantWiring grants,
        ProviderApis apis,
        UseEvents events,
        CallLimiter calls,
        Executor refreshThreads) {

    public List<Route> routes(RefreshCredentials refreshCredentials, Locations locations) {
        List<Route> routes = new ArrayList<>(
                new ApiRoutes(usePermission(refreshCredentials), new ListApis(apis, leaseCheck())).routes());
        if (config.leases() != LeaseMode.OFF) {
            routes.addAll(leaseRoutes(locations).routes());
        }
        return routes;
    }

    public LeaseTokens leaseTokens() {
        return config.leases() == LeaseMode.OFF ? LeaseTokens.refused() : LeaseTokens.openedBy(leaseSealer());
    }

    public ListUses listUses() {
        return new ListUses(grants.vault().useLog(), grants.vault().leases(), leaseSealer());
    }

    /** Returns what removes old receipts; empty if they are kept for ever. */
    Optional<PruneUses> pruneUses() {
        return config.useRetention()
                .map(retention ->
                        new PruneUses(grants.vault().scan(), grants.vault().useLog(), retention, grants.clock()));
    }

    private UsePermission usePermission(RefreshCredentials refreshCredentials) {
        BorrowCredentials borrowCredentials = new BorrowCredentials(
                grants.vault().accounts(),
                grants.sealers().credentials(),
                new TimedRefresh(refreshCredentials, refreshThreads),
                grants.clock(),
                System::nanoTime);
        LinkedByTokenCheck linkedByToken = new LinkedByTokenCheck(apis);
        UseChecks checks = new UseChecks(
                leaseCheck(),
                new AccountCheck(borrowCredentials, grants.catalogue(), linkedByToken),
                linkedByToken,
                new ReachedLimits(grants.clock()));
        Receipts receipts = new Receipts(grants.vault().useLog(), grants.clock());
        return new UsePermission(
                apis,
                checks,
                calls,
                receipts,
                new MakeCall(borrowCredentials, apis, checks, receipts, events, System::nanoTime),
                grants.clock());
    }

    private LeaseCheck leaseCheck() {
        return new LeaseCheck(config.leases(), grants.vault().leases(), leaseSealer(), grants.clock());
    }

    private LeaseRoutes leaseRoutes(Locations locations) {
        return new LeaseRoutes(
                new MakeLease(
                        grants.vault().leases(),
                        leaseSealer(),
                        new LeasedAccounts(grants.vault().accounts()),
                        grants.clock(),
                        grants.random()),
                new ListLeases(grants.vault().leases(), leaseSealer()),
                new EndLease(grants.vault().leases(), grants.clock()),
                config.leaseMaxTimeToLive(),
                locations,
                grants.clock());
    }

    private LeaseSealer leaseSealer() {
        return grants.sealers().leases();
    }
}
