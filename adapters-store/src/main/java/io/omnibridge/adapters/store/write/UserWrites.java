package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.EventChain;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.spi.UserWrite;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way in which everything is written that the audit log of changes tells of: read a snapshot, decide on it, apply the decision where the snapshot is still
 * current. If it is not, another write of the same user came first, and this one is decided anew; the deadline of the session ends
 * that. Without such a race a write is two round trips. Thread-safe.
 */
public final class UserWrites {

    private final Supplier<UserStore> store;
    private final EventChain chain;

    /**
     * @param store is asked anew for each write: the gate of the vault, or the store itself
     * @param chain what the event of every write is appended with; all nodes must have the same
     */
    public UserWrites(Supplier<UserStore> store, EventChain chain) {
        this.store = store;
        this.chain = chain;
    }

    /**
     * Writes what {@code decide} decides on a snapshot of {@code scope}, with {@code action} as its event, and returns its
     * result. A refusal is counted.
     */
    public <T> T write(AuditedAction action, SnapshotScope scope, Function<UserSnapshot, Decision<T>> decide) {
        return store.get().inSession(action.user(), session -> {
            while (true) {
                UserSnapshot snapshot = session.snapshot(scope);
                Decision<T> decision = decide.apply(snapshot);
                if (decision.outcome().isEmpty()) {
                    decision.refusal().ifPresent(refusal -> session.countRefusal(action.withOutcome(refusal)));
                    return decision.result();
                }
                if (session.apply(
                        write(action, snapshot, decision, decision.outcome().get()))) {
                    return decision.result();
                }
            }
        });
    }

    private UserWrite write(AuditedAction action, UserSnapshot snapshot, Decision<?> decision, AuditOutcome outcome) {
        AuditEvent event = action.withOutcome(outcome);
        StoredChainHead head = chain.headAfter(snapshot.head(), event);
        return new UserWrite(snapshot, decision.changes(), new ChainedEvent(head.count(), event, head.mac()));
    }
}
