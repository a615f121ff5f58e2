package io.omnibridge.application.observation;

/** Outcome of a refresh call, as metrics and logs name it. */
public enum RefreshOutcome {
    RENEWED,
    INVALID_GRANT,
    NOT_PROCESSED,
    CLIENT_REFUSED,
    REFUSED,
    OUTCOME_UNKNOWN
}
