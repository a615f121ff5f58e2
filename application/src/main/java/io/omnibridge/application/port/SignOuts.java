package io.omnibridge.application.port;

import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Times at which users signed out everywhere. Sessions of browsers, leases and JWTs that were issued to a user before do not count.
 *
 * <p>Every implementation passes {@code SignOutsContract}. Linearizable per user. Thread-safe. Every method throws
 * {@link StoreUnavailable} if the store did not respond in time; a write may then have happened or not.
 */
public interface SignOuts {

    /** Returns when the user signed out last, in whole milliseconds; empty if never. An erased user's time is known for an hour. */
    Optional<Instant> lastOf(UserId user);

    /**
     * Records that the user signed out at the time of {@code action}, unless a later time is recorded, and appends {@code action} as
     * signed out.
     */
    void signOut(UserId user, AuditedAction action);

    /** Removes the times of users who were erased more than an hour ago. */
    void removeForgotten();
}
