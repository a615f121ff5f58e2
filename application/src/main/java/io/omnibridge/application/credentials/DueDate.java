package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides when an access token is due for a refresh: a little before it expires, so that it does not expire on its way
 * to the provider.
 */
final class DueDate {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private DueDate() {}

    /**
     * Returns whether the access token is due at {@code now}. A token of unknown expiry is never due. The margin is at
     * most half of the token's lifetime, so that short-lived tokens are not refreshed all the time.
     */
    static boolean isReached(Account account, Grant grant, Instant now) {
        return grant.credentials()
                .expiresAt()
                .filter(expiry -> !now.isBefore(expiry.minus(margin(account, expiry))))
                .isPresent();
    }

    /** Returns whether the access token is valid at {@code now}. A token of unknown expiry is valid. */
    static boolean isValid(Grant grant, Instant now) {
        return grant.credentials()
                .expiresAt()
                .filter(expiry -> !now.isBefore(expiry))
                .isEmpty();
    }

    private static Duration margin(Account account, Instant expiry) {
        Duration half = Duration.between(account.metadata().updatedAt(), expiry).dividedBy(2);
        if (half.isNegative()) {
            return Duration.ZERO;
        }
        return half.compareTo(MARGIN) < 0 ? half : MARGIN;
    }
}
