package io.omnibridge.application.credentials;

/** A planted mistake in the refresh of credentials. The simulation has to find each of them. */
enum Mutant {
    NONE,
    /** Sends a token again after an unknown outcome, where reuse ends its grant. */
    RESENDS_AFTER_UNKNOWN_OUTCOME,
    /** Sends a token again after the provider's grace has ended. */
    STRETCHES_THE_GRACE,
    /** Writes the claim after the call. */
    CLAIMS_AFTER_THE_CALL,
    /** Writes a renewal without checking version and state of the account. */
    RENEWS_UNCONDITIONALLY,
    /** Treats {@code invalid_grant} for a repeated call as the end of the grant. */
    ERASES_AT_A_REPEATED_REFUSAL,
    /** Discards a response that arrives after its outcome was recorded as unknown. */
    REFUSES_LATE_RESPONSES,
    /** Does not notice that the process was paused. */
    IGNORES_PAUSES,
    /** Ends an account after an unknown outcome where reuse is safe. */
    ENDS_AFTER_UNKNOWN_OUTCOME,
    /** Forgets a token that arrived too late to be stored. */
    FORGETS_LATE_RESPONSES,
    /** Leaves a call open after its deadline. */
    LEAVES_CALLS_OPEN
}
