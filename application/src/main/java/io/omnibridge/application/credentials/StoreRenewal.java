package io.omnibridge.application.credentials;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.AuditedAction;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Stores new credentials, however late they come: the write itself knows whether they still are the live ones. They are used
 * only once it is acknowledged, and kept in memory while the store is away.
 */
record StoreRenewal(Sight sight, Renewal renewal, int failures) implements RefreshStep {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Result take() {
        AuditedAction action = Renewal.action(
                AuditedAction.Kind.RENEW,
                sight.account(),
                renewal.account().metadata().updatedAt());
        try {
            return sight.task().ports().store().renew(renewal.expected(), renewal.account(), action)
                    ? new Result.Done(renewal.usable())
                    : RefreshStep.then(new CompareRenewal(sight, renewal, failures));
        } catch (StoreUnavailable e) {
            return again(sight, next -> new CompareRenewal(sight, renewal, next), failures);
        }
    }

    /** Later, and without anybody who waits for it if the store stays away. */
    static Result again(Sight sight, IntFunction<RefreshStep> step, int failures) {
        return Retries.isLast(failures)
                ? new Result.Kept(sight.old(SOON), step.apply(0))
                : new Result.Then(step.apply(failures + 1), Retries.pause(failures));
    }
}
