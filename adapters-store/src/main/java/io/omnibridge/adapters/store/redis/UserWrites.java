package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.deadline.Deadline;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import java.util.function.Function;

/**
 * Writes of one user each. A write reads what its user has, decides on it, and lets one script change and record everything
 * where the user's record still ends where it was read to end, and nothing was changed beside the record; otherwise another
 * write came first, and this one begins again. So every write was decided on what was there when it took place. Thread-safe.
 */
final class UserWrites {

    private final RedisClient redis;
    private final AuditChain chain;

    UserWrites(RedisClient redis, AuditChain chain) {
        this.redis = redis;
        this.chain = chain;
    }

    /** Each lost race means that another write took place; how often this one tries again is bounded by its deadline. */
    <T> T write(AuditedAction action, SnapshotScope subject, Function<UserSnapshot, Decision<T>> decide) {
        return redis.withDeadline(deadline -> write(action, subject, decide, deadline));
    }

    /** As {@link #write(AuditedAction, SnapshotScope, Function)}, as a part of a call that ends by {@code deadline}. */
    <T> T write(
            AuditedAction action,
            SnapshotScope subject,
            Function<UserSnapshot, Decision<T>> decide,
            Deadline deadline) {
        while (true) {
            UserSnapshot snapshot = redis.call(WriteCommands.snapshot(subject), deadline);
            Decision<T> decision = decide.apply(snapshot);
            if (decision.outcome().isEmpty() || takesPlace(action, snapshot, decision, deadline)) {
                return decision.result();
            }
        }
    }

    private <T> boolean takesPlace(
            AuditedAction action, UserSnapshot snapshot, Decision<T> decision, Deadline deadline) {
        AuditEvent event = action.withOutcome(decision.outcome().orElseThrow());
        Command<Boolean> write =
                WriteCommands.write(snapshot, chain.append(snapshot.head(), event), decision.changes(), event);
        return decision.changes().revocations().added().isPresent()
                ? indexed(action, write, deadline)
                : redis.call(write, deadline);
    }

    /** Whoever owes something is in the index, an erasure in between or not. */
    private boolean indexed(AuditedAction action, Command<Boolean> write, Deadline deadline) {
        redis.call(PendingRevocationIndex.add(action.user()), deadline);
        boolean tookPlace = redis.call(write, deadline);
        if (tookPlace) {
            redis.call(PendingRevocationIndex.add(action.user()), deadline);
        }
        return tookPlace;
    }
}
