package io.omnibridge.application.observation;

/** Outcome of a code exchange, as metrics and logs name it. */
public enum ExchangeOutcome {
    GRANTED,
    FAILED
}
