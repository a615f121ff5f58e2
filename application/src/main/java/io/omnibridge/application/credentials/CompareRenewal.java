package io.omnibridge.application.credentials;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.revocation.Obligation;
import java.time.Duration;
import java.util.Optional;

/** Reads again what became of new credentials whose write was not acknowledged, or did not take place. */
record CompareRenewal(Sight sight, Renewal renewal, int failures) implements RefreshStep {

    @Override
    public Result take() {
        RefreshPorts ports = sight.task().ports();
        Optional<Account> found;
        try {
            found = ports.store().find(sight.task().key());
        } catch (StoreUnavailable e) {
            return StoreRenewal.again(sight, next -> new CompareRenewal(sight, renewal, next), failures);
        }
        if (renewal.isIn(found)) {
            return new Result.Done(renewal.usable());
        }
        if (renewal.isFor(found)) {
            return StoreRenewal.again(sight, next -> new StoreRenewal(sight, renewal, next), failures);
        }
        Optional<Obligation> owed = ports.owedRevocations()
                .ofLate(
                        sight.task().key(),
                        renewal.account().version(),
                        renewal.grant(),
                        renewal.sent(),
                        found.isPresent(),
                        sight.now());
        return RefreshStep.then(owed.<RefreshStep>map(obligation -> new OweLateAnswer(sight, obligation, failures))
                .orElseGet(() -> new LookAtAccount(sight.task(), Duration.ZERO)));
    }
}
