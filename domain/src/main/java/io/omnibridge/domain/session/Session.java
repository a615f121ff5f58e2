package io.omnibridge.domain.session;

import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The session of a user who signed in to the pages in one browser.
 *
 * @param signedInAt by the store's clock, in whole milliseconds
 */
public record Session(SessionId id, UserId user, Profile profile, Instant signedInAt) {

    /** How long after the sign-in a session expires, whether it is used or not. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    /** By so much a clock may be set back. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(5);

    public Session {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(signedInAt, "signedInAt");
    }

    /**
     * Returns whether it has begun and not expired at {@code now}; a session from a later time, of a store whose clock was wrong, would
     * survive a sign-out. A user who signed out ends it earlier.
     */
    public boolean isLiveAt(Instant now) {
        return !signedInAt.isAfter(now.plus(CLOCK_STEP)) && now.isBefore(signedInAt.plus(LIFETIME));
    }
}
