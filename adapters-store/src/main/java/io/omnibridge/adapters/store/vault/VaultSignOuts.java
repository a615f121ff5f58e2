package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.metrics.StoreOperation.FIND_SIGN_OUT;
import static io.omnibridge.adapters.store.metrics.StoreOperation.REMOVE_FORGOTTEN_SIGN_OUTS;
import static io.omnibridge.adapters.store.metrics.StoreOperation.SIGN_OUT;

import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The sign-outs of a {@link UserStore}. */
final class VaultSignOuts implements SignOuts {

    private final VaultGate gate;
    private final UserWrites writes;
    private final StoreMetrics metrics;

    VaultSignOuts(VaultGate gate, UserWrites writes, StoreMetrics metrics) {
        this.gate = gate;
        this.writes = writes;
        this.metrics = metrics;
    }

    @Override
    public Optional<Instant> lastOf(UserId user) {
        return metrics.measure(
                FIND_SIGN_OUT, () -> gate.pass().lastSignOut(user).map(SignOut::at));
    }

    @Override
    public void signOut(UserId user, AuditedAction action) {
        Changes changes = Changes.ofSignOut(action.at().truncatedTo(ChronoUnit.MILLIS));
        metrics.measure(
                SIGN_OUT,
                () -> writes.write(action, SnapshotScope.of(user), Decision.taking(AuditOutcome.SIGNED_OUT, changes)));
    }

    @Override
    public void removeForgotten() {
        metrics.measure(REMOVE_FORGOTTEN_SIGN_OUTS, () -> {
            UserStore store = gate.pass();
            store.removeForgottenSignOuts();
            return store;
        });
    }
}
