package io.omnibridge.application.credentials;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshMachine;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Reason;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes down what a call came to that brought no new credentials. If it cannot be written, or is too late, nothing is lost:
 * the deadline of the call says as much as doubt.
 */
record RecordFailure(
        LoadedAccount loaded, ConnectableProvider provider, Calling calling, RefreshResult answer, int failures)
        implements RefreshStep {

    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    @Override
    public Result take() {
        RefreshMachine machine = new RefreshMachine(provider.refresh());
        Instant now = loaded.now();
        try {
            if (answer instanceof RefreshResult.InvalidGrant) {
                return end(machine.refused(calling, now));
            }
            return updateRefreshState(
                    answer instanceof RefreshResult.NotProcessed notProcessed
                            ? machine.notProcessed(calling, now, notProcessed.retryAfter())
                            : machine.outcomeUnknown(calling, now));
        } catch (StoreUnavailable e) {
            return Retries.isLast(failures)
                    ? new Result.Done(loaded.old(RETRY_DELAY))
                    : new Result.Then(
                            new RecordFailure(loaded, provider, calling, answer, failures + 1),
                            Retries.pause(failures));
        }
    }

    private Result end(Ended ended) {
        Account account = loaded.account();
        Account last = ended.reason() == Reason.REVOKED ? account.ended(ended) : account.refreshing(ended);
        AuditedAction action = Renewal.action(AuditedAction.Kind.RENEW, account, ended.since());
        if (!loaded.task().ports().store().markNeedsReconnect(calling, last, action)) {
            return RefreshStep.then(new LoadAccount(loaded.task(), Duration.ZERO));
        }
        ReconnectReason reason =
                last.metadata().reconnectReasonAt(ended.since()).orElseThrow();
        return new Result.Done(new FreshCredentials.NeedsReconnect(reason));
    }

    private Result updateRefreshState(RefreshState to) {
        Account account = loaded.account();
        loaded.task().ports().store().updateRefreshState(account.key(), account.version(), calling, to);
        return new Result.Done(loaded.old(RETRY_DELAY));
    }
}
