package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;

/** The audit logs of a {@link UserStore}. */
final class VaultAuditLog implements AuditLog {

    private final UserStore store;
    private final UserWrites writes;

    VaultAuditLog(UserStore store, UserWrites writes) {
        this.store = store;
        this.writes = writes;
    }

    @Override
    public void append(AuditEvent event) {
        writes.write(event.action(), SnapshotScope.of(event.action()), Decision.record(event.outcome()));
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        return store.auditPage(user, before, limit).toAuditPage();
    }
}
