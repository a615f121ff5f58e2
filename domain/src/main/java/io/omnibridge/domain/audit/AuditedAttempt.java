package io.omnibridge.domain.audit;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.Objects;
import java.util.Optional;

/**
 * What an audit event says of a connect attempt.
 *
 * @param failure why the action ended the attempt without a link; empty if it did not
 */
public record AuditedAttempt(AttemptId id, ProviderId provider, Optional<AttemptFailure> failure) {

    public AuditedAttempt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(failure, "failure");
    }

    /** Describes {@code attempt} as it is after the action. */
    public static AuditedAttempt of(ConnectAttempt attempt) {
        return new AuditedAttempt(
                attempt.id(),
                attempt.provider(),
                attempt.state() instanceof AttemptState.Failed failed
                        ? Optional.of(failed.reason())
                        : Optional.empty());
    }
}
