package io.omnibridge.application.credentials;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Duration;

/**
 * One step of a refresh, as data. {@link RefreshRunner} runs it. A step has at most one effect outside this process, so
 * that a test can stop, delay or crash a refresh between any two effects. {@code docs/refresh.md} shows how the steps
 * follow one another.
 */
sealed interface RefreshStep {

    /**
     * Runs this step.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer, and the refresh may end here
     *     without losing anything
     */
    StepResult runBy(RefreshRunner runner);

    /**
     * Reads the account and decides what follows.
     *
     * @param waited how long this refresh has waited for another node's call already
     */
    record LoadAccount(RefreshRequest request, Duration waited) implements RefreshStep {
        @Override
        public StepResult runBy(RefreshRunner runner) {
            return runner.accountSteps().loadAccount(this);
        }
    }

    /**
     * Stores the state that follows from a passed deadline.
     *
     * @param next the state to store
     * @param waited as in {@link LoadAccount}
     */
    record ApplyTimeout(LoadedAccount loaded, RefreshState next, Duration waited) implements RefreshStep {
        @Override
        public StepResult runBy(RefreshRunner runner) {
            return runner.accountSteps().applyTimeout(this);
        }
    }

    /** Stores the claim to call the provider, before the call. */
    record ClaimRefresh(LoadedAccount loaded, RefreshPolicy policy, Calling claim) implements RefreshStep {
        @Override
        public StepResult runBy(RefreshRunner runner) {
            return runner.callSteps().claimRefresh(this);
        }
    }

    /** Sends the refresh token, once, if there is enough time left for an answer. */
    record CallProvider(LoadedAccount loaded, RefreshPolicy policy, Calling claim) implements RefreshStep {
        @Override
        public StepResult runBy(RefreshRunner runner) {
            return runner.callSteps().callProvider(this);
        }
    }

    /**
     * Stores renewed credentials, however late they arrive. They are used only after the store acknowledged the write.
     *
     * @param failures how many writes and reads the store left unanswered since the call
     */
    record StoreRenewal(LoadedAccount loaded, Renewal renewal, int failures) implements RefreshStep {
        @Override
        public StepResult runBy(RefreshRunner runner) {
            return runner.renewalSteps().storeRenewal(this);
        }
    }

    /**
     * Reads the account again after a write of renewed credentials that was refused or not acknowledged.
     *
     * @param failures as in {@link StoreRenewal}
     */
    record ReconcileRenewal(LoadedAccount loaded, Renewal renewal, int failures) implements RefreshStep {
        @Override
        public StepResult runBy(RefreshRunner runner) {
            return runner.renewalSteps().reconcileRenewal(this);
        }
    }

    /**
     * Stores the outcome of a call that brought no credentials.
     *
     * @param result any result but {@link RefreshResult.Renewed}
     * @param failures how many writes the store left unanswered since the call
     */
    record RecordFailure(LoadedAccount loaded, RefreshPolicy policy, Calling claim, RefreshResult result, int failures)
            implements RefreshStep {
        @Override
        public StepResult runBy(RefreshRunner runner) {
            return runner.failureSteps().recordFailure(this);
        }
    }

    /**
     * Queues the revocation of a token that arrived too late to be stored.
     *
     * @param failures as in {@link StoreRenewal}
     */
    record QueueRevocationOfLateToken(LoadedAccount loaded, PendingRevocation revocation, int failures)
            implements RefreshStep {
        @Override
        public StepResult runBy(RefreshRunner runner) {
            return runner.renewalSteps().queueRevocationOfLateToken(this);
        }
    }
}
