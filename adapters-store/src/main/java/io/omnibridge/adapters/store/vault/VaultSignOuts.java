package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.adapters.store.spi.SignOutStore;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The sign-outs of a {@link SignOutStore}. */
final class VaultSignOuts implements SignOuts {

    private final SignOutStore store;
    private final UserWrites writes;

    VaultSignOuts(SignOutStore store, UserWrites writes) {
        this.store = store;
        this.writes = writes;
    }

    @Override
    public Optional<Instant> lastOf(UserId user) {
        return store.find(user).map(SignOut::at);
    }

    @Override
    public void signOut(UserId user, AuditedAction action) {
        Changes changes = Changes.ofSignOut(action.at().truncatedTo(ChronoUnit.MILLIS));
        writes.write(action, SnapshotScope.of(user), Decision.taking(AuditOutcome.SIGNED_OUT, changes));
    }

    @Override
    public void removeForgotten() {
        store.removeForgotten();
    }
}
