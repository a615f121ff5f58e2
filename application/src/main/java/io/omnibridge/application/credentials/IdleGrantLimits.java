package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.AccountMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Limits of {@link IdleGrantPolicy}: times after which background work is due.
 *
 * @param unusedFor since the last use or view, after which an account is unlinked and its grant revoked; empty if never
 */
public record IdleGrantLimits(Optional<Duration> unusedFor) {

    /** 90 days. */
    public static final IdleGrantLimits DEFAULT = new IdleGrantLimits(Optional.of(Duration.ofDays(90)));

    public IdleGrantLimits {
        Objects.requireNonNull(unusedFor, "unusedFor");
    }

    boolean isUnused(AccountMetadata metadata, Instant now) {
        return unusedFor
                .filter(limit -> !now.isBefore(metadata.lastUsedOrSeenAt().plus(limit)))
                .isPresent();
    }
}
