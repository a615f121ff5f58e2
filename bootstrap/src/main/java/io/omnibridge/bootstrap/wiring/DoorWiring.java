package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.TimedRefresh;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.UserLimiter;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.use.AccountCheck;
import io.omnibridge.application.use.CallApi;
import io.omnibridge.application.use.LeaseCheck;
import io.omnibridge.application.use.LeaseMode;
import io.omnibridge.application.use.LinkedByTokenCheck;
import io.omnibridge.application.use.MakeCall;
import io.omnibridge.application.use.MakeRead;
import io.omnibridge.application.use.PlanRunner;
import io.omnibridge.application.use.ReachedLimits;
import io.omnibridge.application.use.Receipts;
import io.omnibridge.application.use.UseChecks;
import io.omnibridge.application.use.UseEvents;
import io.omnibridge.application.use.UsePermission;
import io.omnibridge.application.use.UseSources;
import java.util.concurrent.Executor;

/** The door to the users' data: one set of checks, limits and receipts for all ways in. */
final class DoorWiring {

    private final GrantWiring grants;
    private final ProviderApis apis;
    private final UseEvents events;
    private final CallLimiter calls;
    private final BorrowCredentials borrowCredentials;
    private final UseChecks checks;
    private final Receipts receipts;

    DoorWiring(
            LeaseMode leases,
            GrantWiring grants,
            ProviderApis apis,
            UseEvents events,
            CallLimiter calls,
            TimedRefresh refresh) {
        this.grants = grants;
        this.apis = apis;
        this.events = events;
        this.calls = calls;
        this.borrowCredentials = new BorrowCredentials(
                grants.vault().accounts(), grants.sealers().credentials(), refresh, grants.clock(), System::nanoTime);
        LinkedByTokenCheck linkedByToken = new LinkedByTokenCheck(apis);
        this.checks = new UseChecks(
                new LeaseCheck(leases, grants.vault().leases(), grants.sealers().leases(), grants.clock()),
                new AccountCheck(borrowCredentials, grants.catalogue(), linkedByToken),
                linkedByToken,
                new ReachedLimits(grants.clock()));
        this.receipts = new Receipts(grants.vault().useLog(), grants.clock());
    }

    LeaseCheck leaseCheck() {
        return checks.lease();
    }

    UsePermission usePermission() {
        MakeCall makeCall = new MakeCall(callApi(), receipts, events);
        return new UsePermission(apis, checks, calls, receipts, makeCall, grants.clock());
    }

    /** @param threads make the reads of searches and items */
    UseSources useSources(Executor threads) {
        MakeRead makeRead = new MakeRead(apis, callApi(), checks, events);
        return new UseSources(
                checks,
                new PlanRunner(makeRead, calls, threads),
                new UserLimiter(UserLimiter.DEFAULT_PER_USER, UserLimiter.DEFAULT_TOTAL),
                receipts,
                events,
                grants.clock());
    }

    private CallApi callApi() {
        return new CallApi(apis, borrowCredentials, checks, events, System::nanoTime);
    }
}
