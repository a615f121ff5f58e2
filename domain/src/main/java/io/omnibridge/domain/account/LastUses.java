package io.omnibridge.domain.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an account was last used, for each kind of use. The latest of them decides whether it is unused.
 *
 * @param usedAt when its credentials were last used, or it was linked; up to a day too early
 * @param seenAt when its owner last viewed its metadata, or it was linked; up to a day too early
 * @param dataUsedAt the minute in which its data was last used; empty before the first use
 */
public record LastUses(Instant usedAt, Instant seenAt, Optional<Instant> dataUsedAt) {

    public LastUses {
        Objects.requireNonNull(usedAt, "usedAt");
        Objects.requireNonNull(seenAt, "seenAt");
        dataUsedAt = dataUsedAt.map(time -> time.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Creates those of an account that was not viewed since {@code usedAt}, and whose data was never used. */
    public static LastUses of(Instant usedAt) {
        return new LastUses(usedAt, usedAt, Optional.empty());
    }

    /** Returns the latest of the times. */
    public Instant latest() {
        return later(later(usedAt, seenAt), dataUsedAt.orElse(usedAt));
    }

    /** Returns the later of both times for each kind of use. */
    public LastUses mergedWith(LastUses other) {
        return new LastUses(
                later(usedAt, other.usedAt),
                later(seenAt, other.seenAt),
                Stream.concat(dataUsedAt.stream(), other.dataUsedAt.stream()).reduce(LastUses::later));
    }

    LastUses withUsedAt(Instant time) {
        return new LastUses(time, seenAt, dataUsedAt);
    }

    LastUses withSeenAt(Instant time) {
        return new LastUses(usedAt, time, dataUsedAt);
    }

    LastUses withDataUsedAt(Instant time) {
        return new LastUses(usedAt, seenAt, Optional.of(time));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
