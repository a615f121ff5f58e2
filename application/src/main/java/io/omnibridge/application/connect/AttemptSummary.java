package io.omnibridge.application.connect;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The data of a connect attempt that its owner may see. It does not help to complete the attempt.
 *
 * @param reason why the attempt failed; empty unless it did
 * @param expiresAt when the attempt expires if it is not continued
 * @param warnings what is wrong with the account that the attempt linked; empty unless it was completed
 */
public record AttemptSummary(
        AttemptId id,
        ProviderId provider,
        AttemptStatus status,
        Optional<AttemptFailure> reason,
        Instant expiresAt,
        Set<AttemptWarning> warnings) {

    public AttemptSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(expiresAt, "expiresAt");
        warnings = Set.copyOf(warnings);
    }
}
