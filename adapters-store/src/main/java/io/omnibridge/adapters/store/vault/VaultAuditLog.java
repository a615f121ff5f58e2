package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.identity.UserId;
import java.util.Comparator;
import java.util.List;

/** The audit logs of a {@link UserStore}. */
final class VaultAuditLog implements AuditLog {

    private static final Comparator<RefusalCount> LAST_FIRST = Comparator.comparing(
                    (RefusalCount count) -> count.last().action().at())
            .reversed()
            .thenComparing(count -> count.last().action().kind())
            .thenComparing(count -> count.last().outcome());

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
    public void countRefusal(AuditEvent refused) {
        store.inSession(refused.action().user(), session -> {
            session.countRefusal(refused);
            return refused;
        });
    }

    @Override
    public List<RefusalCount> refusals(UserId user) {
        return store.refusals(user).stream().sorted(LAST_FIRST).toList();
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        return store.auditPage(user, before, limit).toAuditPage();
    }
}
