package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.RefreshStep.LoadAccount;
import io.omnibridge.application.credentials.RefreshStep.QueueRevocationOfLateToken;
import io.omnibridge.application.credentials.RefreshStep.ReconcileRenewal;
import io.omnibridge.application.credentials.RefreshStep.StoreRenewal;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** The steps of a refresh that bring renewed credentials into the store, or have them revoked. Thread-safe. */
final class RenewalSteps {

    private final TokenStore store;
    private final CarryOverRenewal carryOverRenewal;
    private final PendingRevocations pendingRevocations;
    private final RevocationPlanner planner;
    private final RefreshClock clock;

    RenewalSteps(
            TokenStore store,
            CredentialSealer sealer,
            PendingRevocations pendingRevocations,
            RevocationPlanner planner,
            RefreshClock clock) {
        this.store = Objects.requireNonNull(store);
        this.carryOverRenewal = new CarryOverRenewal(sealer);
        this.pendingRevocations = Objects.requireNonNull(pendingRevocations);
        this.planner = Objects.requireNonNull(planner);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Stores renewed credentials, and returns them once the store has acknowledged the write. */
    StepResult storeRenewal(StoreRenewal step) {
        LoadedAccount loaded = step.loaded();
        Renewal renewal = step.renewal();
        AuditedAction action = RefreshAudit.action(
                ActionKind.RENEW, loaded.account(), renewal.account().metadata().updatedAt());
        try {
            return store.renew(renewal.expected(), renewal.account(), action)
                    ? new StepResult.Finished(renewal.usable())
                    : StepResult.next(new ReconcileRenewal(loaded, renewal, step.failures()));
        } catch (StoreUnavailable e) {
            return retry(loaded, failures -> new ReconcileRenewal(loaded, renewal, failures), step.failures());
        }
    }

    /**
     * Reads the account again: the renewal is stored, can still be stored, belongs to an account that was connected again,
     * or came too late.
     */
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
        Optional<Renewal> storable = renewal.canReplace(found)
                ? Optional.of(renewal)
                : found.flatMap(account -> carryOverRenewal.carryOver(renewal, account, clock.now(loaded)));
        if (storable.isPresent()) {
            return retry(loaded, failures -> new StoreRenewal(loaded, storable.get(), failures), step.failures());
        }
        return revocation(loaded, renewal, found)
                .map(revocation -> StepResult.next(new QueueRevocationOfLateToken(loaded, revocation, step.failures())))
                .orElseGet(() -> StepResult.next(new LoadAccount(loaded.request(), Duration.ZERO)));
    }

    private Optional<PendingRevocation> revocation(LoadedAccount loaded, Renewal renewal, Optional<Account> found) {
        return planner.forLateToken(
                loaded.key(),
                renewal.account().version(),
                renewal.grant(),
                renewal.sent(),
                found.isPresent(),
                clock.now(loaded));
    }

    /** Adds the pending revocation of a late token, then reads the account again. */
    StepResult queueRevocationOfLateToken(QueueRevocationOfLateToken step) {
        LoadedAccount loaded = step.loaded();
        PendingRevocation revocation = step.revocation();
        AuditedAction action = RefreshAudit.action(ActionKind.REVOKE, loaded.account(), revocation.since());
        try {
            pendingRevocations.add(revocation, action);
        } catch (StoreUnavailable e) {
            return retry(
                    loaded, failures -> new QueueRevocationOfLateToken(loaded, revocation, failures), step.failures());
        }
        return StepResult.next(new LoadAccount(loaded.request(), Duration.ZERO));
    }

    /** Retries while the caller waits; after {@link RefreshRetries#isExhausted} the caller gets what was loaded. */
    private StepResult retry(LoadedAccount loaded, IntFunction<RefreshStep> step, int failures) {
        return RefreshRetries.isExhausted(failures)
                ? new StepResult.Unwritten(
                        loaded.withoutRefresh(clock.now(loaded), RefreshRetries.DEFAULT_RETRY_AFTER), step.apply(0))
                : new StepResult.Continue(step.apply(failures + 1), RefreshRetries.delay(failures));
    }
}
