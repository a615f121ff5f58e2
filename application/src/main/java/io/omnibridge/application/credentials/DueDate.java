package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import java.time.Duration;
import java.time.Instant;

/** When an access token is replaced: a little before it expires, so that none expires on its way. */
final class DueDate {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private DueDate() {}

    /**
     * Whether it is time. A token of unknown expiry never is. What the row shows can only make the margin smaller, which
     * keeps a token with a short life from being replaced all the time.
     */
    static boolean isReached(Account account, Grant grant, Instant now) {
        return grant.credentials()
                .expiresAt()
                .filter(expiry -> !now.isBefore(expiry.minus(margin(account, expiry))))
                .isPresent();
    }

    /** Whether the access token can still be used. */
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
