package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.domain.audit.AuditOutcome;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a write does, decided on one snapshot.
 *
 * @param result what the caller is told
 * @param outcome of the audit event; empty if the write does not take place, which leaves no event
 * @param refusal why the caller is refused, if that changes nothing: it is counted, and leaves no event
 */
public record Decision<T>(T result, Optional<AuditOutcome> outcome, Optional<AuditOutcome> refusal, Changes changes) {

    /** Adds an event, and changes nothing. */
    public static Function<UserSnapshot, Decision<Boolean>> record(AuditOutcome outcome) {
        return snapshot -> taken(outcome, Changes.NONE);
    }

    /** Adds an event, and makes these changes. */
    public static Function<UserSnapshot, Decision<Boolean>> taking(AuditOutcome outcome, Changes changes) {
        return snapshot -> taken(outcome, changes);
    }

    static Decision<Boolean> taken(AuditOutcome outcome, Changes changes) {
        return new Decision<>(true, Optional.of(outcome), Optional.empty(), changes);
    }

    static Decision<Boolean> refused(AuditOutcome outcome) {
        return refused(false, outcome);
    }

    static Decision<Boolean> notTaken() {
        return notTaken(false);
    }

    static <T> Decision<T> notTaken(T result) {
        return new Decision<>(result, Optional.empty(), Optional.empty(), Changes.NONE);
    }

    static <T> Decision<T> refused(T result, AuditOutcome refusal) {
        return new Decision<>(result, Optional.empty(), Optional.of(refusal), Changes.NONE);
    }
}
