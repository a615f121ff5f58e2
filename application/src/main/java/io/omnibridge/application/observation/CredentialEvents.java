package io.omnibridge.application.observation;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;

/**
 * Receives what happens at providers, for metrics and the log. It is never told a user, an account or a token. Implementations are
 * thread-safe and throw nothing.
 */
public interface CredentialEvents {

    /** A connect attempt reached a step. */
    void attempt(ProviderId provider, AttemptStep attempt);

    /** A connect attempt failed. */
    void attemptFailed(ProviderId provider, AttemptId attempt, AttemptFailure reason);

    /** A code exchange ended. */
    void exchanged(ProviderId provider, ExchangeOutcome exchange);

    /** A refresh call ended. */
    void refreshed(ProviderId provider, RefreshOutcome refresh);

    /** A revocation request ended. */
    void revoked(ProviderId provider, RevocationOutcome revocation);
}
