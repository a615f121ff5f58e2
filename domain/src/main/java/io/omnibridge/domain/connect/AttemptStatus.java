package io.omnibridge.domain.connect;

/** The status of a connect attempt, as clients see it. */
public enum AttemptStatus {
    PENDING,
    RETURNED,
    EXCHANGING,
    COMPLETED,
    FAILED,
    EXPIRED
}
