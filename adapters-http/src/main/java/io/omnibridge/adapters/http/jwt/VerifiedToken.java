package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.identity.Caller;
import java.time.Instant;

/**
 * A caller, and when the token that proves it may be used; the leeway is already in both instants.
 *
 * @param from the first instant at which it may be used
 * @param until the first instant at which it may be used no longer (RFC 7519 §4.1.4: "on or after")
 */
record VerifiedToken(Caller caller, Instant from, Instant until) {

    /** @throws InvalidToken if {@code now} is not within its time */
    void requireUsableAt(Instant now) {
        InvalidToken.unless(!expiredAt(now), RefusalReason.EXPIRED);
        InvalidToken.unless(!now.isBefore(from), RefusalReason.NOT_YET_VALID);
    }

    boolean expiredAt(Instant now) {
        return !now.isBefore(until);
    }
}
