package io.omnibridge.adapters.store.memory;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The records of a {@link MemoryStore}: of each user the newest 1,000 events, and no head: nothing is left to be
 * changed when the process has ended. Thread-safe; never unavailable.
 */
final class InMemoryAuditLog implements AuditLog {

    private static final AuditPage EMPTY = new AuditPage(List.of(), OptionalLong.empty(), Optional.empty());

    private final MemoryStore store;

    InMemoryAuditLog(MemoryStore store) {
        this.store = store;
    }

    @Override
    public void record(AuditEvent event) {
        StoredEvent stored = store.interning().stored(event);
        store.change(event.action().user(), data -> new Changed<>(data.with(stored), event));
    }

    @Override
    public AuditPage list(UserId user, long before, int limit) {
        return store.find(user)
                .map(data -> data.events().page(user, before, limit))
                .orElse(EMPTY);
    }
}
