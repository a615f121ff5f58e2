package io.omnibridge.application.port;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.identity.UserId;

/**
 * Seals and opens the secrets of connect attempts. Sealed secrets are bound to their user, provider and attempt, and
 * open for no other. Thread-safe.
 */
public interface AttemptSealer {

    /** Seals {@code secrets} for this attempt only. */
    SealedAttempt seal(AttemptId id, UserId owner, ProviderId provider, AttemptSecrets secrets);

    /**
     * Opens the secrets of an attempt that has secrets.
     *
     * @throws CredentialsUnreadable if they were changed, copied from another attempt, or sealed under a missing key
     */
    AttemptSecrets open(ConnectAttempt attempt);
}
