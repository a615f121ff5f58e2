package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.write.RevocationDecisions;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;

/** The pending revocations of a {@link UserStore}. */
final class VaultPendingRevocations implements PendingRevocations {

    private final UserStore store;
    private final UserWrites writes;

    VaultPendingRevocations(UserStore store, UserWrites writes) {
        this.store = store;
        this.writes = writes;
    }

    @Override
    public boolean add(PendingRevocation revocation, AuditedAction action) {
        return writes.write(action, scope(revocation), RevocationDecisions.add(revocation));
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return store.replace(former, next);
    }

    @Override
    public boolean complete(PendingRevocation revocation, AuditEvent event) {
        return writes.write(
                event.action(), scope(revocation), RevocationDecisions.complete(revocation, event.outcome()));
    }

    private static SnapshotScope scope(PendingRevocation revocation) {
        return SnapshotScope.of(revocation.account()).with(revocation.id());
    }
}
