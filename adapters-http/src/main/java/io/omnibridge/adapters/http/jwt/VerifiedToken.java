package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.identity.Caller;
import java.time.Instant;

/**
 * The caller of a verified token, and its validity period; the leeway is included in both instants.
 *
 * @param from the first instant at which the token is valid
 * @param until the first instant at which the token has expired (RFC 7519 §4.1.4: "on or after")
 * @param isForService whether its audience is the whole service; otherwise it is the route of agents alone
 */
record VerifiedToken(Caller caller, Instant from, Instant until, boolean isForService) {

    /** @throws InvalidToken if the token was issued for the route of agents alone */
    void requireForService() {
        InvalidToken.unless(isForService, RefusalReason.AUDIENCE);
    }

    /** @throws InvalidToken if {@code now} is not within the validity period */
    void requireValidAt(Instant now) {
        InvalidToken.unless(!expiredAt(now), RefusalReason.EXPIRED);
        InvalidToken.unless(!now.isBefore(from), RefusalReason.NOT_YET_VALID);
    }

    boolean expiredAt(Instant now) {
        return !now.isBefore(until);
    }
}
