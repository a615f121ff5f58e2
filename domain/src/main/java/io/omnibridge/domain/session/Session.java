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

    public Session {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(signedInAt, "signedInAt");
    }

    /** Returns whether the session has not expired at {@code now}. A sign-out of its user ends it earlier, which this does not tell. */
    public boolean isLiveAt(Instant now) {
        return now.isBefore(signedInAt.plus(LIFETIME));
    }
}
