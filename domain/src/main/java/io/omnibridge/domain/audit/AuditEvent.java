package io.omnibridge.domain.audit;

import java.util.Objects;

/** One event of a user's own record: what was asked for, and how it ended. */
public record AuditEvent(AuditedAction action, AuditOutcome outcome) {

    public AuditEvent {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(outcome, "outcome");
    }
}
