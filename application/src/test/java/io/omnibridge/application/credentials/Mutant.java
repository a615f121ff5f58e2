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
    LEAVES_CALLS_OPEN,
    /** Revokes a replaced token alone, at a provider that ends the whole grant with it. */
    REVOKES_REPLACED_GRANTS,
    /** Revokes the tokens of a failed attempt although the account is linked. */
    REVOKES_LINKED_GRANTS,
    /** Drops the stored refresh token when the user's second consent brings none. */
    DROPS_THE_REFRESH_TOKEN,
    /** Drops a renewed refresh token that arrives after the account was connected again. */
    DROPS_LATE_TOKENS_OF_A_RECONNECT,
    /** Holds this client for unknown after a refusal of one account. */
    NEEDS_ONE_WITNESS,
    /** Ends an account at the first definite refusal. */
    ENDS_AT_THE_FIRST_REFUSAL,
    /** Does not count definite refusals. */
    FORGETS_REFUSALS,
    /** Lets grants be idle for thirty days. */
    REFRESHES_AFTER_THIRTY_DAYS
}
