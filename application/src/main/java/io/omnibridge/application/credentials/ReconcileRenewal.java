package io.omnibridge.application.credentials;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Duration;
import java.util.Optional;

/** Reads again what became of new credentials whose write was not acknowledged, or did not take place. */
record ReconcileRenewal(LoadedAccount loaded, Renewal renewal, int failures) implements RefreshStep {

    @Override
    public Result take() {
        RefreshPorts ports = loaded.task().ports();
        Optional<Account> found;
        try {
            found = ports.store().find(loaded.task().key());
        } catch (StoreUnavailable e) {
            return StoreRenewal.again(loaded, next -> new ReconcileRenewal(loaded, renewal, next), failures);
        }
        if (renewal.isIn(found)) {
            return new Result.Done(renewal.usable());
        }
        if (renewal.isFor(found)) {
            return StoreRenewal.again(loaded, next -> new StoreRenewal(loaded, renewal, next), failures);
        }
        Optional<PendingRevocation> owed = ports.planner()
                .forLateToken(
                        loaded.task().key(),
                        renewal.account().version(),
                        renewal.grant(),
                        renewal.sent(),
                        found.isPresent(),
                        loaded.now());
        return RefreshStep.then(owed.<RefreshStep>map(
                        pendingRevocation -> new QueueRevocationOfLateToken(loaded, pendingRevocation, failures))
                .orElseGet(() -> new LoadAccount(loaded.task(), Duration.ZERO)));
    }
}
