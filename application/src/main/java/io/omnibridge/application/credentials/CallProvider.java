package io.omnibridge.application.credentials;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.RefreshAnswer;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import java.time.Duration;

/**
 * Sends the refresh token, once, if there is time for an answer. The time is measured on this machine's own clock since before
 * the store's was read, so that a process that was paused notices.
 */
record CallProvider(Sight sight, ConnectableProvider provider, Calling calling) implements RefreshStep {

    @Override
    public Result take() {
        RefreshTask task = sight.task();
        Duration left = Duration.between(sight.at(), calling.deadline()).minus(sight.age());
        if (left.compareTo(provider.refresh().shortestCall()) < 0) {
            task.breakers().release(provider.id());
            return RefreshStep.then(
                    new ConcludeCall(sight, provider, calling, new RefreshAnswer.Unconsumed(Duration.ZERO, false), 0));
        }
        RefreshAnswer answer = send(task, provider.id(), left);
        task.breakers().report(provider.id(), answer);
        if (answer instanceof RefreshAnswer.Renewed renewed) {
            Renewal renewal = Renewal.of(
                    sight.account(),
                    sight.grant(),
                    renewed.grant(),
                    task.ports().sealer(),
                    sight.now());
            return RefreshStep.then(new StoreRenewal(sight, renewal, 0));
        }
        return RefreshStep.then(new ConcludeCall(sight, provider, calling, answer, 0));
    }

    /** Whatever goes wrong in an adapter, the token may be on its way by then. */
    private RefreshAnswer send(RefreshTask task, ProviderId id, Duration left) {
        try {
            return task.ports().servers().refresh(id, sight.grant(), left);
        } catch (RuntimeException e) {
            return new RefreshAnswer.Doubt();
        }
    }
}
