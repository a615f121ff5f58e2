package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.audit.AuditOutcome;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a write does, decided on one snapshot.
 *
 * @param result what the caller is told
 * @param outcome of the audit event; empty if the write does not take place, which leaves no event
 */
public record Decision<T>(T result, Optional<AuditOutcome> outcome, Changes changes) {

    /** Adds an event, and changes nothing. */
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
