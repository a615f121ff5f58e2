package io.omnibridge.application.credentials;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RevocationPlanner;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Runs the steps of refreshes. It hands the ports to the groups of steps that need them. Thread-safe. */
public final class RefreshRunner {

    private final ProviderCalls calls;
    private final AccountSteps accounts;
    private final CallSteps callSteps;
    private final RenewalSteps renewals;
    private final FailureSteps failures;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    public RefreshRunner(
            TokenStore store,
            CredentialSealer sealer,
            ProviderCalls calls,
            PendingRevocations pendingRevocations,
            RevocationPlanner planner,
            LongSupplier nanoTime) {
        RefreshClock clock = new RefreshClock(nanoTime);
        MarkNeedsReconnect needsReconnect = new MarkNeedsReconnect(store, calls.events());
        this.calls = Objects.requireNonNull(calls);
        this.accounts = new AccountSteps(store, sealer, calls, needsReconnect, clock);
        this.callSteps = new CallSteps(store, sealer, calls, clock);
        this.renewals = new RenewalSteps(store, sealer, pendingRevocations, planner, clock);
        this.failures = new FailureSteps(store, calls.events(), needsReconnect, clock);
    }

    /** Returns the calls that the steps make. */
    ProviderCalls calls() {
        return calls;
    }

    AccountSteps accountSteps() {
        return accounts;
    }

    CallSteps callSteps() {
        return callSteps;
    }

    RenewalSteps renewalSteps() {
        return renewals;
    }

    FailureSteps failureSteps() {
        return failures;
    }
}
