package io.omnibridge.application.observation;

/** Outcome of a revocation request, as metrics and logs name it. */
public enum RevocationOutcome {
    REVOKED,
    FAILED,
    NOT_CONFIGURED,
    IMPOSSIBLE
}
