package io.omnibridge.application.port;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.identity.UserId;

/**
 * Seals and opens the secrets of attempts, each bound to its user, its provider and the attempt itself: they open as nothing
 * else. Thread-safe.
 */
public interface AttemptSealer {

    /** Seals {@code secrets} so that they open only as those of this attempt. */
    SealedAttempt seal(AttemptId id, UserId owner, ProviderId provider, AttemptSecrets secrets);

    /**
     * Opens the secrets of an attempt that has some.
     *
     * @throws CredentialsUnreadable if they were changed, moved from another attempt, or sealed under a key that is not here
     */
    AttemptSecrets open(ConnectAttempt attempt);
}
