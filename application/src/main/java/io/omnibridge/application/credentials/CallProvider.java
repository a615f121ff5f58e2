package io.omnibridge.application.credentials;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import java.time.Duration;

/**
 * Sends the refresh token, once, if there is time for an answer. The time is measured on this machine's own clock since before
 * the store's was read, so that a process that was paused notices.
 */
record CallProvider(LoadedAccount loaded, ConnectableProvider provider, Calling calling) implements RefreshStep {

    @Override
    public Result take() {
        RefreshTask task = loaded.task();
        Duration left = Duration.between(loaded.at(), calling.deadline()).minus(loaded.age());
        if (left.compareTo(provider.refresh().shortestCall()) < 0) {
            task.breakers().release(provider.id());
            return RefreshStep.then(new RecordFailure(
                    loaded, provider, calling, new RefreshResult.NotProcessed(Duration.ZERO, false), 0));
        }
        RefreshResult answer = send(task, provider.id(), left);
        task.breakers().report(provider.id(), answer);
        if (answer instanceof RefreshResult.Renewed renewed) {
            Renewal renewal = Renewal.of(
                    loaded.account(),
                    loaded.grant(),
                    renewed.grant(),
                    task.ports().sealer(),
                    loaded.now());
            return RefreshStep.then(new StoreRenewal(loaded, renewal, 0));
        }
        return RefreshStep.then(new RecordFailure(loaded, provider, calling, answer, 0));
    }

    /** Whatever goes wrong in an adapter, the token may be on its way by then. */
    private RefreshResult send(RefreshTask task, ProviderId id, Duration left) {
        try {
            return task.ports().servers().refresh(id, loaded.grant(), left);
        } catch (RuntimeException e) {
            return new RefreshResult.OutcomeUnknown();
        }
    }
}
