package io.omnibridge.application.credentials;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.RefreshAnswer;
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
record ConcludeCall(Sight sight, ConnectableProvider provider, Calling calling, RefreshAnswer answer, int failures)
        implements RefreshStep {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Result take() {
        RefreshMachine machine = new RefreshMachine(provider.refresh());
        Instant now = sight.now();
        try {
            if (answer instanceof RefreshAnswer.InvalidGrant) {
                return end(machine.refused(calling, now));
            }
            return move(
                    answer instanceof RefreshAnswer.Unconsumed unconsumed
                            ? machine.unconsumed(calling, now, unconsumed.retryAfter())
                            : machine.inDoubt(calling, now));
        } catch (StoreUnavailable e) {
            return Retries.isLast(failures)
                    ? new Result.Done(sight.old(SOON))
                    : new Result.Then(
                            new ConcludeCall(sight, provider, calling, answer, failures + 1), Retries.pause(failures));
        }
    }

    private Result end(Ended ended) {
        Account account = sight.account();
        Account last = ended.reason() == Reason.REVOKED ? account.ended(ended) : account.refreshing(ended);
        AuditedAction action = Renewal.action(AuditedAction.Kind.RENEW, account, ended.since());
        if (!sight.task().ports().store().end(calling, last, action)) {
            return RefreshStep.then(new LookAtAccount(sight.task(), Duration.ZERO));
        }
        ReconnectReason reason =
                last.metadata().reconnectReasonAt(ended.since()).orElseThrow();
        return new Result.Done(new FreshCredentials.NeedsReconnect(reason));
    }

    private Result move(RefreshState to) {
        Account account = sight.account();
        sight.task().ports().store().move(account.key(), account.version(), calling, to);
        return new Result.Done(sight.old(SOON));
    }
}
