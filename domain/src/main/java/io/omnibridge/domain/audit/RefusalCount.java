package io.omnibridge.domain.audit;

import io.omnibridge.domain.InvalidValue;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How often one user's requests for one kind of action were refused for one reason. A refusal changes nothing, so it is counted and
 * leaves no event: however many there are, a user has one count for each kind and reason.
 *
 * @param last the last refused request; it names no account, because its account id is only what a client sent
 * @param count at least 1
 * @param firstAt when the first of them was refused
 */
public record RefusalCount(AuditEvent last, long count, Instant firstAt) {

    /** @throws InvalidValue if the count is below 1 */
    public RefusalCount {
        Objects.requireNonNull(firstAt, "firstAt");
        InvalidValue.unless(count >= 1, "must count at least 1 refusal");
        AuditedAction action = last.action();
        last = new AuditedAction(
                        action.kind(),
                        action.at(),
                        action.user(),
                        action.actor(),
                        Optional.empty(),
                        Optional.empty(),
                        action.requestId())
                .withOutcome(last.outcome());
    }

    /** Returns the count of one refusal. */
    public static RefusalCount of(AuditEvent refused) {
        return new RefusalCount(refused, 1, refused.action().at());
    }

    /** Returns this count and one more refusal, of the same kind and reason. */
    public RefusalCount and(AuditEvent refused) {
        return new RefusalCount(refused, count + 1, firstAt);
    }

    /** Returns whether {@code refused} has the kind and the reason of this count. */
    public boolean counts(AuditEvent refused) {
        return last.action().kind() == refused.action().kind() && last.outcome() == refused.outcome();
    }
}
