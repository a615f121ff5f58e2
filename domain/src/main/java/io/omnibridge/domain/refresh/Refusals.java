package io.omnibridge.domain.refresh;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Definite refusals of one refresh token that do not say that the grant has ended. Several of them over a long time
 * say so: one may be a mistake of the provider's.
 *
 * @param count how many there were since the last renewal
 * @param since when the first of them came; {@link Instant#EPOCH} if there was none
 */
public record Refusals(int count, Instant since) {

    /** No refusal. */
    public static final Refusals NONE = new Refusals(0, Instant.EPOCH);

    /** How many refusals end an account, over {@link #MIN_DURATION}. */
    public static final int MIN_COUNT = 3;

    /** How long refusals have to go on before they end an account. */
    public static final Duration MIN_DURATION = Duration.ofDays(1);

    public Refusals {
        Objects.requireNonNull(since, "since");
        InvalidValue.unless(count >= 0, "must have at least 0 refusals");
    }

    /** Returns these refusals and one more at {@code now}. */
    Refusals and(Instant now) {
        return new Refusals(count + 1, count == 0 ? now : since);
    }

    /** Returns whether a refusal at {@code now}, the last of these, shows that the grant has ended. */
    boolean areConclusive(Instant now) {
        return count >= MIN_COUNT && !now.isBefore(since.plus(MIN_DURATION));
    }
}
