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
    void attempt(ProviderId provider, Attempt attempt);

    /** A connect attempt failed. */
    void attemptFailed(ProviderId provider, AttemptId attempt, AttemptFailure reason);

    /** A code exchange ended. */
    void exchanged(ProviderId provider, Exchange exchange);

    /** A refresh call ended. */
    void refreshed(ProviderId provider, Refresh refresh);

    /** A revocation request ended. */
    void revoked(ProviderId provider, Revocation revocation);

    /** Steps of a connect attempt. */
    enum Attempt {
        BEGUN,
        RETURNED,
        COMPLETED,
        /** It was not continued in time. */
        LAPSED
    }

    /** Outcomes of a code exchange. */
    enum Exchange {
        GRANTED,
        FAILED
    }

    /** Outcomes of a refresh call. */
    enum Refresh {
        RENEWED,
        INVALID_GRANT,
        NOT_PROCESSED,
        CLIENT_REFUSED,
        REFUSED,
        OUTCOME_UNKNOWN
    }

    /** Outcomes of a revocation request. */
    enum Revocation {
        REVOKED,
        FAILED,
        NOT_CONFIGURED,
        IMPOSSIBLE
    }
}
