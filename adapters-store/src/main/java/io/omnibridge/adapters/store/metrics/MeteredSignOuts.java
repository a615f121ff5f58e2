package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.FIND_SIGN_OUT;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.REMOVE_FORGOTTEN_SIGN_OUTS;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.SIGN_OUT;

import io.omnibridge.application.port.SignOuts;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/** Sign-outs that measure the calls of others. */
final class MeteredSignOuts implements SignOuts {

    private final SignOuts signOuts;
    private final StoreMetrics metrics;

    MeteredSignOuts(SignOuts signOuts, StoreMetrics metrics) {
        this.signOuts = signOuts;
        this.metrics = metrics;
    }

    @Override
    public Optional<Instant> lastOf(UserId user) {
        return metrics.measure(FIND_SIGN_OUT, () -> signOuts.lastOf(user));
    }

    @Override
    public void signOut(UserId user, AuditedAction action) {
        metrics.measure(SIGN_OUT, () -> {
            signOuts.signOut(user, action);
            return user;
        });
    }

    @Override
    public void removeForgotten() {
        metrics.measure(REMOVE_FORGOTTEN_SIGN_OUTS, () -> {
            signOuts.removeForgotten();
            return signOuts;
        });
    }
}
