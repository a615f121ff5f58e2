package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.RefreshStep.LoadAccount;
import io.omnibridge.application.credentials.RefreshStep.RecordFailure;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshMachine;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** The step of a refresh that records a call without renewed credentials. Thread-safe. */
final class FailureSteps {

    private final TokenStore store;
    private final RefreshEvents events;
    private final MarkNeedsReconnect needsReconnect;
    private final RefreshClock clock;

    FailureSteps(TokenStore store, RefreshEvents events, MarkNeedsReconnect needsReconnect, RefreshClock clock) {
        this.store = Objects.requireNonNull(store);
        this.events = Objects.requireNonNull(events);
        this.needsReconnect = Objects.requireNonNull(needsReconnect);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Stores the state after a failure. If it is never stored, the deadline of the claim counts as an unknown outcome.
     */
    StepResult recordFailure(RecordFailure step) {
        LoadedAccount loaded = step.loaded();
        Instant now = clock.now(loaded);
        try {
            RefreshState next = afterFailure(new RefreshMachine(step.policy()), step, now);
            if (next instanceof Ended ended) {
                return endAccount(step, ended);
            }
            boolean isStored =
                    store.updateRefreshState(loaded.key(), loaded.account().version(), step.claim(), next);
            if (isStored && isFirstRefusal(step.result(), step.claim())) {
                events.refused(loaded.key());
            }
            return withoutRefresh(loaded, now);
        } catch (StoreUnavailable e) {
            return RefreshRetries.isExhausted(step.failures())
                    ? withoutRefresh(loaded, now)
                    : new StepResult.Continue(
                            new RecordFailure(loaded, step.policy(), step.claim(), step.result(), step.failures() + 1),
                            RefreshRetries.delay(step.failures()));
        }
    }

    private static RefreshState afterFailure(RefreshMachine machine, RecordFailure step, Instant now) {
        if (step.result() instanceof RefreshResult.InvalidGrant) {
            return machine.invalidGrant(step.claim(), now);
        }
        if (step.result() instanceof RefreshResult.Refused) {
            return machine.refused(step.claim(), now);
        }
        return step.result() instanceof RefreshResult.NotProcessed notProcessed
                ? machine.notProcessed(step.claim(), now, notProcessed.retryAfter())
                : machine.outcomeUnknown(step.claim(), now);
    }

    private StepResult endAccount(RecordFailure step, Ended ended) {
        Account account = step.loaded().account();
        Account last = ended.reason() == RefreshEndReason.REVOKED ? account.erased(ended) : account.withRefresh(ended);
        return needsReconnect.mark(step.claim(), last, ended.since())
                ? MarkNeedsReconnect.needsReconnect(last, ended.since())
                : StepResult.next(new LoadAccount(step.loaded().request(), Duration.ZERO));
    }

    private static boolean isFirstRefusal(RefreshResult result, Calling claim) {
        return result instanceof RefreshResult.Refused && claim.refusals().count() == 0;
    }

    private static StepResult withoutRefresh(LoadedAccount loaded, Instant now) {
        return new StepResult.Finished(loaded.withoutRefresh(now, RefreshRetries.DEFAULT_RETRY_AFTER));
    }
}
