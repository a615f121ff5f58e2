package io.omnibridge.adapters.store.write;

import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.audit.AuditOutcome;
import java.util.Optional;
import java.util.function.Function;

/**
 * What becomes of a write.
 *
 * @param outcome what is recorded; empty when the write does not take place, which leaves no trace
 */
public record Decision<T>(T answer, Optional<AuditOutcome> outcome, Changes changes) {

    /** Records, and does nothing else. */
    public static Function<UserSnapshot, Decision<Boolean>> record(AuditOutcome outcome) {
        return snapshot -> taken(outcome, Changes.NONE);
    }

    static Decision<Boolean> taken(AuditOutcome outcome, Changes changes) {
        return new Decision<>(true, Optional.of(outcome), changes);
    }

    static Decision<Boolean> refused(AuditOutcome outcome) {
        return new Decision<>(false, Optional.of(outcome), Changes.NONE);
    }

    static Decision<Boolean> notTaken() {
        return new Decision<>(false, Optional.empty(), Changes.NONE);
    }

    static Decision<LinkResult> linked(LinkResult result, Changes changes) {
        return new Decision<>(result, Optional.of(result.outcome()), changes);
    }
}
