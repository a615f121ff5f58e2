package io.omnibridge.domain.audit;

import java.util.Objects;

/** One event of a user's audit log: an action and its outcome. */
public record AuditEvent(AuditedAction action, AuditOutcome outcome) {

    public AuditEvent {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(outcome, "outcome");
    }
}
