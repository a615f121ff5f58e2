package io.omnibridge.adapters.store.write;

import io.omnibridge.domain.connect.ConnectAttempt;

/** What a write does to the attempts of its user. */
public sealed interface AttemptChange {

    /** Nothing. */
    record None() implements AttemptChange {}

    /** A new attempt. */
    record Begin(ConnectAttempt attempt) implements AttemptChange {}

    /** The attempt of the same id, one revision further. */
    record Proceed(ConnectAttempt next) implements AttemptChange {}
}
