package io.omnibridge.application.observation;

/** Step of a connect attempt, as metrics and logs name it. */
public enum AttemptStep {
    BEGUN,
    RETURNED,
    COMPLETED,
    /** It was not continued in time. */
    LAPSED
}
