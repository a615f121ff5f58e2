package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.deadline.Deadline;
import io.omnibridge.adapters.store.decision.Decision;
import io.omnibridge.adapters.store.decision.Holding;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.adapters.store.record.RecordChain;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import java.util.function.Function;

/**
 * Writes of one user each. A write reads what its user has, decides on it, and lets one script change and record everything
 * where the user's record still ends where it was read to end, and nothing was changed beside the record; otherwise another
 * write came first, and this one begins again. So every write was decided on what was there when it took place. Thread-safe.
 */
final class UserWrites {

    private final Redis redis;
    private final RecordChain chain;

    UserWrites(Redis redis, RecordChain chain) {
        this.redis = redis;
        this.chain = chain;
    }

    /** Each lost race means that another write took place; how often this one tries again is bounded by its deadline. */
    <T> T write(AuditedAction action, Subject subject, Function<Holding, Decision<T>> decide) {
        return redis.inTime(deadline -> write(action, subject, decide, deadline));
    }

    /** As {@link #write(AuditedAction, Subject, Function)}, as a part of a call that ends by {@code deadline}. */
    <T> T write(AuditedAction action, Subject subject, Function<Holding, Decision<T>> decide, Deadline deadline) {
        while (true) {
            Holding holding = redis.call(WriteCommands.holding(subject), deadline);
            Decision<T> decision = decide.apply(holding);
            if (decision.outcome().isEmpty() || takesPlace(action, holding, decision, deadline)) {
                return decision.answer();
            }
        }
    }

    private <T> boolean takesPlace(AuditedAction action, Holding holding, Decision<T> decision, Deadline deadline) {
        AuditEvent event = action.concluded(decision.outcome().orElseThrow());
        Command<Boolean> write =
                WriteCommands.write(holding, chain.append(holding.head(), event), decision.changes(), event);
        return decision.changes().owing().added().isPresent()
                ? indexed(action, write, deadline)
                : redis.call(write, deadline);
    }

    /** Whoever owes something is in the index, an erasure in between or not. */
    private boolean indexed(AuditedAction action, Command<Boolean> write, Deadline deadline) {
        redis.call(OwingIndex.add(action.user()), deadline);
        boolean tookPlace = redis.call(write, deadline);
        if (tookPlace) {
            redis.call(OwingIndex.add(action.user()), deadline);
        }
        return tookPlace;
    }
}
