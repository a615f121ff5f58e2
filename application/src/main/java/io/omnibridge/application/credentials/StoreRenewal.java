package io.omnibridge.application.credentials;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.AuditedAction;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Stores new credentials, however late they come: the write itself knows whether they still are the live ones. They are used
 * only once it is acknowledged, and kept in memory while the store is away.
 */
record StoreRenewal(LoadedAccount loaded, Renewal renewal, int failures) implements RefreshStep {

    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    @Override
    public Result take() {
        AuditedAction action = Renewal.action(
                AuditedAction.Kind.RENEW,
                loaded.account(),
                renewal.account().metadata().updatedAt());
        try {
            return loaded.task().ports().store().renew(renewal.expected(), renewal.account(), action)
                    ? new Result.Done(renewal.usable())
                    : RefreshStep.then(new ReconcileRenewal(loaded, renewal, failures));
        } catch (StoreUnavailable e) {
            return again(loaded, next -> new ReconcileRenewal(loaded, renewal, next), failures);
        }
    }

    /** Later, and without anybody who waits for it if the store stays away. */
    static Result again(LoadedAccount loaded, IntFunction<RefreshStep> step, int failures) {
        return Retries.isLast(failures)
                ? new Result.Kept(loaded.old(RETRY_DELAY), step.apply(0))
                : new Result.Then(step.apply(failures + 1), Retries.pause(failures));
    }
}
