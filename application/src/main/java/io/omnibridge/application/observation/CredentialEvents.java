package io.omnibridge.application.observation;

import io.omnibridge.domain.account.ProviderId;

/**
 * Is told of what is done with providers, to be counted: never about whom, and never with what. Thread-safe; throws nothing.
 */
public interface CredentialEvents {

    /** An attempt to connect an account has come so far. */
    void attempt(ProviderId provider, Attempt attempt);

    /** A code was exchanged. */
    void exchanged(ProviderId provider, Exchange exchange);

    /** A refresh token was sent, or was about to be. */
    void refreshed(ProviderId provider, Refresh refresh);

    /** A provider was asked to take a grant back. */
    void revoked(ProviderId provider, Revocation revocation);

    /** How far an attempt has come. */
    enum Attempt {
        BEGUN,
        RETURNED,
        COMPLETED,
        FAILED
    }

    /** What came of an exchange. */
    enum Exchange {
        GRANTED,
        FAILED
    }

    /** What came of a refresh. */
    enum Refresh {
        RENEWED,
        INVALID_GRANT,
        NOT_PROCESSED,
        CLIENT_REFUSED,
        DOUBT
    }

    /** What came of a revocation. */
    enum Revocation {
        REVOKED,
        FAILED,
        IMPOSSIBLE
    }
}
