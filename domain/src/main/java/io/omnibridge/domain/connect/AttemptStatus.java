package io.omnibridge.domain.connect;

/** What is shown of how far an attempt has come. */
public enum AttemptStatus {
    PENDING,
    RETURNED,
    EXCHANGING,
    COMPLETED,
    FAILED,
    EXPIRED
}
