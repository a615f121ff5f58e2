package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.RefreshStep.ApplyTimeout;
import io.omnibridge.application.credentials.RefreshStep.CallProvider;
import io.omnibridge.application.credentials.RefreshStep.ClaimRefresh;
import io.omnibridge.application.credentials.RefreshStep.LoadAccount;
import io.omnibridge.application.credentials.RefreshStep.QueueRevocationOfLateToken;
import io.omnibridge.application.credentials.RefreshStep.ReconcileRenewal;
import io.omnibridge.application.credentials.RefreshStep.RecordFailure;
import io.omnibridge.application.credentials.RefreshStep.StoreRenewal;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshMachine;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Reason;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/** Runs the steps of refreshes. The only object of a refresh that has ports. Thread-safe. */
public final class RefreshRunner {

    private final TokenStore store;
    private final CredentialSealer sealer;
    private final ProviderCalls calls;
    private final PendingRevocations pendingRevocations;
    private final RevocationPlanner planner;
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    public RefreshRunner(
            TokenStore store,
            CredentialSealer sealer,
            ProviderCalls calls,
            PendingRevocations pendingRevocations,
            RevocationPlanner planner,
            LongSupplier nanoTime) {
        this.store = Objects.requireNonNull(store);
        this.sealer = Objects.requireNonNull(sealer);
        this.calls = Objects.requireNonNull(calls);
        this.pendingRevocations = Objects.requireNonNull(pendingRevocations);
        this.planner = Objects.requireNonNull(planner);
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    /** Returns the calls that the steps make. */
    ProviderCalls calls() {
        return calls;
    }

    /** Reads the account, opens its credentials, and decides what follows. */
    StepResult loadAccount(LoadAccount step) {
        long nanosBefore = nanoTime.getAsLong();
        Optional<TimedAccount> found = store.findWithStoreTime(step.request().key());
        if (found.isEmpty()) {
            return new StepResult.Finished(new CredentialsResult.NotFound());
        }
        Account account = found.get().account();
        Instant storeTime = found.get().storeTime();
        if (account.metadata().refresh() instanceof Ended) {
            return needsReconnect(account, storeTime);
        }
        LoadedAccount loaded = new LoadedAccount(step.request(), account, sealer.open(account), storeTime, nanosBefore);
        return new RefreshDecision(loaded, step.waited(), now(loaded))
                .decide(calls.policy(account.key().provider()));
    }

    /** Stores the state that follows from a passed deadline, then reads the account again. */
    StepResult applyTimeout(ApplyTimeout step) {
        LoadedAccount loaded = step.loaded();
        Account account = loaded.account();
        RefreshState from = account.metadata().refresh();
        if (step.next() instanceof Ended) {
            AuditedAction action = RefreshAudit.action(AuditedAction.Kind.RENEW, account, loaded.storeTime());
            boolean isMarked = store.markNeedsReconnect(from, account.withRefresh(step.next()), action);
            report(isMarked, account.withRefresh(step.next()), loaded.storeTime());
        } else {
            store.updateRefreshState(account.key(), account.version(), from, step.next());
        }
        return StepResult.next(new LoadAccount(loaded.request(), step.waited()));
    }

    /**
     * Stores the claim. A claim that the store did not acknowledge is not used: another node may have stored an equal
     * one.
     */
    StepResult claimRefresh(ClaimRefresh step) {
        LoadedAccount loaded = step.loaded();
        Duration closedFor = calls.admit(loaded.key(), step.policy());
        if (!closedFor.isZero()) {
            return new StepResult.Finished(loaded.withoutRefresh(now(loaded), closedFor));
        }
        if (isClaimed(step)) {
            return StepResult.next(new CallProvider(loaded, step.policy(), step.claim()));
        }
        calls.withdraw(loaded.key().provider());
        return StepResult.next(new LoadAccount(loaded.request(), Duration.ZERO));
    }

    private boolean isClaimed(ClaimRefresh step) {
        Account account = step.loaded().account();
        try {
            return store.updateRefreshState(
                    account.key(), account.version(), account.metadata().refresh(), step.claim());
        } catch (StoreUnavailable e) {
            calls.withdraw(account.key().provider());
            throw e;
        }
    }

    /**
     * Sends the refresh token if enough time is left, by the monotonic clock since before the read: a pause is noticed.
     */
    StepResult callProvider(CallProvider step) {
        LoadedAccount loaded = step.loaded();
        Duration timeLeft =
                Duration.between(loaded.storeTime(), step.claim().deadline()).minus(loaded.ageAt(nanoTime.getAsLong()));
        if (timeLeft.compareTo(step.policy().minCallTime()) < 0) {
            calls.withdraw(loaded.key().provider());
            return recordFailure(step, new RefreshResult.NotProcessed(Duration.ZERO, false));
        }
        RefreshResult result = calls.send(loaded.account(), loaded.grant(), timeLeft);
        if (result instanceof RefreshResult.Renewed renewed) {
            Renewal renewal = Renewal.of(loaded, renewed.grant(), sealer, now(loaded));
            return StepResult.next(new StoreRenewal(loaded, renewal, 0));
        }
        return recordFailure(step, result);
    }

    private static StepResult recordFailure(CallProvider step, RefreshResult result) {
        return StepResult.next(new RecordFailure(step.loaded(), step.policy(), step.claim(), result, 0));
    }

    /** Stores renewed credentials, and returns them once the store has acknowledged the write. */
    StepResult storeRenewal(StoreRenewal step) {
        LoadedAccount loaded = step.loaded();
        Renewal renewal = step.renewal();
        AuditedAction action = RefreshAudit.action(
                AuditedAction.Kind.RENEW,
                loaded.account(),
                renewal.account().metadata().updatedAt());
        try {
            return store.renew(renewal.expected(), renewal.account(), action)
                    ? new StepResult.Finished(renewal.usable())
                    : StepResult.next(new ReconcileRenewal(loaded, renewal, step.failures()));
        } catch (StoreUnavailable e) {
            return retry(loaded, failures -> new ReconcileRenewal(loaded, renewal, failures), step.failures());
        }
    }

    /** Reads the account again: the renewal is stored, can still be stored, or came too late. */
    StepResult reconcileRenewal(ReconcileRenewal step) {
        LoadedAccount loaded = step.loaded();
        Renewal renewal = step.renewal();
        Optional<Account> found;
        try {
            found = store.find(loaded.key());
        } catch (StoreUnavailable e) {
            return retry(loaded, failures -> new ReconcileRenewal(loaded, renewal, failures), step.failures());
        }
        if (renewal.isStoredAs(found)) {
            return new StepResult.Finished(renewal.usable());
        }
        if (renewal.canReplace(found)) {
            return retry(loaded, failures -> new StoreRenewal(loaded, renewal, failures), step.failures());
        }
        return planner.forLateToken(
                        loaded.key(),
                        renewal.account().version(),
                        renewal.grant(),
                        renewal.sent(),
                        found.isPresent(),
                        now(loaded))
                .map(revocation -> StepResult.next(new QueueRevocationOfLateToken(loaded, revocation, step.failures())))
                .orElseGet(() -> StepResult.next(new LoadAccount(loaded.request(), Duration.ZERO)));
    }

    /** Adds the pending revocation of a late token, then reads the account again. */
    StepResult queueRevocationOfLateToken(QueueRevocationOfLateToken step) {
        LoadedAccount loaded = step.loaded();
        PendingRevocation revocation = step.revocation();
        AuditedAction action = RefreshAudit.action(AuditedAction.Kind.REVOKE, loaded.account(), revocation.since());
        try {
            pendingRevocations.add(revocation, action);
        } catch (StoreUnavailable e) {
            return retry(
                    loaded, failures -> new QueueRevocationOfLateToken(loaded, revocation, failures), step.failures());
        }
        return StepResult.next(new LoadAccount(loaded.request(), Duration.ZERO));
    }

    /**
     * Stores the state after a failure. If it is never stored, the deadline of the claim counts as an unknown outcome.
     */
    StepResult recordFailure(RecordFailure step) {
        LoadedAccount loaded = step.loaded();
        RefreshMachine machine = new RefreshMachine(step.policy());
        Instant now = now(loaded);
        try {
            RefreshState next = afterFailure(machine, step, now);
            if (next instanceof Ended ended) {
                return endAccount(step, ended);
            }
            boolean isStored =
                    store.updateRefreshState(loaded.key(), loaded.account().version(), step.claim(), next);
            if (isStored
                    && step.result() instanceof RefreshResult.Refused
                    && step.claim().refusals().count() == 0) {
                calls.events().refused(loaded.key());
            }
            return new StepResult.Finished(loaded.withoutRefresh(now, RefreshRetries.DEFAULT_RETRY_AFTER));
        } catch (StoreUnavailable e) {
            return RefreshRetries.isExhausted(step.failures())
                    ? new StepResult.Finished(loaded.withoutRefresh(now, RefreshRetries.DEFAULT_RETRY_AFTER))
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
        Account last = ended.reason() == Reason.REVOKED ? account.erased(ended) : account.withRefresh(ended);
        AuditedAction action = RefreshAudit.action(AuditedAction.Kind.RENEW, account, ended.since());
        boolean isMarked = store.markNeedsReconnect(step.claim(), last, action);
        report(isMarked, last, ended.since());
        return isMarked
                ? needsReconnect(last, ended.since())
                : StepResult.next(new LoadAccount(step.loaded().request(), Duration.ZERO));
    }

    private void report(boolean isMarked, Account ended, Instant now) {
        if (isMarked) {
            ended.metadata()
                    .reconnectReasonAt(now)
                    .ifPresent(reason -> calls.events().needsReconnect(ended.key(), reason.code()));
        }
    }

    private static StepResult needsReconnect(Account account, Instant now) {
        ReconnectReason reason = account.metadata().reconnectReasonAt(now).orElseThrow();
        return new StepResult.Finished(new CredentialsResult.NeedsReconnect(reason));
    }

    /** Retries while the caller waits; after {@link RefreshRetries#isExhausted} the caller gets what was loaded. */
    private StepResult retry(LoadedAccount loaded, IntFunction<RefreshStep> step, int failures) {
        return RefreshRetries.isExhausted(failures)
                ? new StepResult.Unwritten(
                        loaded.withoutRefresh(now(loaded), RefreshRetries.DEFAULT_RETRY_AFTER), step.apply(0))
                : new StepResult.Continue(step.apply(failures + 1), RefreshRetries.delay(failures));
    }

    private Instant now(LoadedAccount loaded) {
        return loaded.storeTimeAt(nanoTime.getAsLong());
    }
}
